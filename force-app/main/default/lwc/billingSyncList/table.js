const recordLink = 'open';

const fieldName = (index) => `column${index}`;

/** Value of a field of a Data Service record by its path, such as `Account.Name`, as people read it. */
function textOf(record, path) {
  const [first, ...rest] = path.split('.');
  const field = record.fields?.[first];
  if (rest.length > 0) return field?.value ? textOf(field.value, rest.join('.')) : '';
  return field?.displayValue ?? field?.value ?? '';
}

/** Columns of a table from those of a list view; the first opens the record. */
export function columnsOf(displayColumns) {
  return displayColumns.map(({ label }, index) => {
    const column = { label, fieldName: fieldName(index), hideDefaultActions: true, wrapText: true };
    if (index > 0) return column;
    const typeAttributes = { label: { fieldName: fieldName(index) }, name: recordLink, variant: 'base' };
    return { ...column, type: 'button', typeAttributes };
  });
}

/** Rows of a table from Data Service records. */
export function rowsOf(records, displayColumns) {
  return records.map((record) => ({
    id: record.id,
    ...Object.fromEntries(
      displayColumns.map(({ fieldApiName }, index) => [
        fieldName(index),
        String(textOf(record, fieldApiName)),
      ]),
    ),
  }));
}
