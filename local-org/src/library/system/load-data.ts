import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { FieldModel } from '../../schema/model.ts';
import { toId } from '../../values/id.ts';
import { ApexList } from '../../values/list.ts';
import { SObject } from '../../values/sobject.ts';
import { resourceContent } from '../http/static-resource-mock.ts';
import { SCALAR_READERS } from '../json/scalars.ts';
import type { Value } from '../library.ts';
import { parseCsv } from '../text/csv.ts';

/** `Test.loadData`: inserts the rows of a static resource with comma-separated values and gives the records. */
export function loadData(token: { object: { name: string } }, resource: string): ApexList {
  const { program, schema, data } = currentTransaction();
  const object = schema.object(token.object.name);
  if (!object) throwApex('System.TypeException', `There is no object ${token.object.name}.`);
  const [header = [], ...lines] = parseCsv(new TextDecoder().decode(resourceContent(resource)));
  const records = lines.map((cells) => {
    const record = new SObject(object);
    header.forEach((name, index) => {
      const field = object.fields.get(name.trim().toLowerCase());
      if (!field) throwApex('System.TypeException', `${object.name} has no field ${name}.`);
      record.put(field.name.toLowerCase(), valueOf(field, cells[index] ?? ''));
    });
    return record;
  });
  data.save({ kind: 'insert' }, records, { access: 'system', allOrNone: true });
  return new ApexList(program.listOf(program.recordType(object.name)), records);
}

function valueOf(field: FieldModel, text: string): Value {
  if (text === '') return null;
  if (field.apexType === 'Id') return toId(text);
  const value = SCALAR_READERS[field.apexType]?.(text) ?? null;
  if (value === null) throwApex('System.TypeException', `${field.name} takes no value like ${text}.`);
  return value;
}
