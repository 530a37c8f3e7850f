/** How a record's fields are asked for and shown. */

const ADDRESS_PARTS = ['Street', 'City', 'State', 'PostalCode', 'Country'];

/** The fields to ask for so that each of `names` can be shown: with the name behind a lookup. */
export function queryFields(objectApiName, names, info) {
  const wanted = new Set(['Id', ...nameFields(info)]);
  for (const name of names.flatMap((each) => partsOf(each, info))) {
    wanted.add(name);
    const path = relatedName(name, info);
    if (path) wanted.add(path);
  }
  return [...wanted].map((name) => `${objectApiName}.${name}`);
}

/** The fields that a compound field consists of, an address; any other field alone. */
export function partsOf(name, info) {
  if (info?.fields?.[name]?.dataType !== 'Address') return [name];
  return ADDRESS_PARTS.map((part) => name.replace(/Address(?=__c$|$)/, part)).filter(
    (part) => info.fields[part],
  );
}

/** The fields that a record is called by: `Name`, or `OrderNumber`. */
export function nameFields(info) {
  return info?.nameFields?.length > 0 ? info.nameFields : ['Name'];
}

/** What people call the record. */
export function recordName(record, info) {
  const values = nameFields(info).map((name) => record?.fields?.[name]?.value);
  return values.find((value) => value !== undefined && value !== null) ?? record?.id ?? '';
}

/** The field of the record behind a lookup that people know it by: `Owner.Name`. */
function relatedName(name, info) {
  const field = info?.fields?.[name];
  if (!field?.relationshipName) return undefined;
  return `${field.relationshipName}.${relatedNameField(field)}`;
}

function relatedNameField(field) {
  return field.referenceToInfos?.[0]?.nameFields?.[0] ?? 'Name';
}

/**
 * One field of a record, ready to be shown; `Owner.Name` leads through a lookup.
 * @returns {{ name, label, type, value, text, recordId, isEmpty }} `text` is what people read; `recordId` leads on.
 */
export function shownField(name, record, info) {
  const field = info?.fields?.[name];
  const held = heldBy(record, name);
  const shown = {
    name,
    label: fieldLabel(name, info),
    help: field?.inlineHelpText ?? undefined,
    type: field?.dataType ?? 'String',
    scale: field?.scale ?? 0,
    value: held?.value ?? null,
    text: held?.displayValue ?? textOf(held?.value),
  };
  if (shown.type === 'Reference' && shown.value) Object.assign(shown, lookupOf(field, record));
  if (shown.type === 'Address') return { ...shown, ...addressOf(name, record, info) };
  shown.isMissing = held === undefined;
  shown.isEmpty = shown.value === null || shown.value === '';
  return shown;
}

/** `Owner.Name` is called by its lookup. */
export function fieldLabel(name, info) {
  const [first, ...rest] = name.split('.');
  const fields = Object.values(info?.fields ?? {});
  const field =
    rest.length > 0
      ? fields.find(({ relationshipName }) => relationshipName === first)
      : info?.fields?.[name];
  return field?.label ?? name;
}

/** A lookup without a record leaves its field empty, not missing. */
function heldBy(record, path) {
  const [first, ...rest] = path.split('.');
  const held = record?.fields?.[first];
  if (rest.length === 0 || held === undefined || held.value === null) return held;
  return heldBy(held.value, rest.join('.'));
}

function lookupOf(field, record) {
  const related = record.fields[field.relationshipName];
  const name = related?.value?.fields?.[relatedNameField(field)]?.value;
  const recordId = record.fields[field.apiName].value;
  return { text: name ?? related?.displayValue ?? recordId, recordId };
}

/** In the lines of an envelope. */
function addressOf(name, record, info) {
  const [street, city, state, code, country] = ADDRESS_PARTS.map(
    (part) => record?.fields?.[name.replace(/Address(?=__c$|$)/, part)]?.value ?? '',
  );
  const text = [street, [city, state, code].filter(Boolean).join(' '), country].filter(Boolean).join('\n');
  const isMissing = partsOf(name, info).every((part) => record?.fields?.[part] === undefined);
  return { value: text || null, text, isMissing, isEmpty: text === '' };
}

function textOf(value) {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
