/** The test that a mapper declares all that its mapping file says, and nothing else. */
import type { ConditionModel, CoreModel, MappingModel, RowModel, SystemModel } from '../../../model/model.ts';
import { mapperClassName } from '../../../model/naming.ts';
import { fieldOf, isNumber, isText, lengthOf } from '../fields.ts';
import { pathText } from '../path.ts';
import type { Member } from '../print/class.ts';
import { declare, run } from '../print/class.ts';
import { call } from '../print/expression.ts';
import { isRequired, operationOf, readOnlyNames, requiredRoots } from '../required.ts';
import { conflicts, operators, owners, rowKey, unlinkedReason, valueKind } from '../rows.ts';
import { linesOf } from '../samples.ts';
import { areEqual, testMethod } from './shared.ts';

const line = (name: string, value: string | undefined): string[] =>
  value === undefined || value === '' ? [] : [`${name}: ${value}`];

const word = (name: string, value: string | number | undefined): string[] =>
  value === undefined ? [] : [`${name} ${value}`];

const sorted = (names: readonly string[]): string => [...new Set(names)].sort().join(' ');

function conditionsText(conditions: readonly ConditionModel[]): string {
  return conditions
    .map(({ test, values }) => ` if ${operators[test]} ${sorted(values.map(String))}`)
    .join('')
    .trimEnd();
}

function operationLines(system: SystemModel, mapping: MappingModel): string[] {
  const key = (name: string | undefined): string | undefined => name && `${mapping.resource}.${name}`;
  const { bulk, read, create, update } = mapping;
  const [idInPath = 'id'] = [read, update].flatMap(
    (name) => operationOf(system, mapping, name)?.pathParameters ?? [],
  );
  return [
    ...line('id', pathText(mapping.id)),
    ...line('number', mapping.number && pathText(mapping.number)),
    ...line('list', key(bulk?.operation)),
    ...line('list by id', bulk?.byId),
    ...line('list by key', bulk?.byKey),
    ...line('read', key(read)),
    ...line('create', key(create)),
    ...line('update', key(update)),
    ...line('id in path', idInPath),
    ...line('key', mapping.key && pathText(mapping.key.property)),
    ...line('key parameter', mapping.key?.parameter),
    ...line('key switch', mapping.key?.onlyIf),
  ];
}

function partLines(mapping: MappingModel): string[] {
  return [
    ...line('record types', sorted(mapping.recordTypes)),
    ...mapping.takesPart.flatMap(({ reason, when }) => line('gate', reason + conditionsText(when))),
    ...mapping.children.flatMap((child) =>
      line(
        'child',
        `${child.name} ${child.kind === 'nested' ? pathText(child.path) : `?${child.parameter}`}`,
      ),
    ),
    ...mapping.deepLink.flatMap(({ placeholder, path }) =>
      line('deep link', `${placeholder} ${pathText(path)}`),
    ),
    ...mapping.onLink.flatMap(({ field, path }) => line('on link', `${field} ${pathText(path)}`)),
  ];
}

function creationLines(system: SystemModel, mapping: MappingModel): string[] {
  return [
    ...line('required', sorted(requiredRoots(system, mapping))),
    ...line('read only', sorted(readOnlyNames(system, mapping))),
    ...mapping.constants.flatMap(({ path, value }) => line('constant', `${pathText(path)} ${value}`)),
    ...mapping.defaults.flatMap(({ path, connectionField }) => {
      const flag = isRequired(system, mapping, path) ? ' required' : '';
      return line('default', `${pathText(path)} ${connectionField} ${valueKind(system, path.type)}${flag}`);
    }),
  ];
}

function rowLine(core: CoreModel, system: SystemModel, mapping: MappingModel, row: RowModel): string {
  const field = fieldOf(core, mapping.object, row.field);
  const { type } = row.path;
  const isSent = row.owner !== 'billing';
  const words = [
    rowKey(mapping, row),
    pathText(row.path),
    valueKind(system, type),
    owners[row.owner],
    ...word('conflict', row.conflict && conflicts[row.conflict]),
    ...word('map', row.values),
    ...word('link', row.link),
    ...word('unlinked', unlinkedReason(core, system, mapping, row)),
    ...word('length', isText(field) ? lengthOf(field) : undefined),
    ...word('billing length', isSent && type.kind === 'scalar' ? type.maxLength : undefined),
    ...word('scale', isNumber(field) ? field?.scale : undefined),
    ...(isSent && isRequired(system, mapping, row.path) ? ['required'] : []),
    ...(row.onCreateOnly ? ['on create only'] : []),
    ...(field?.type === 'Email' ? ['ignores case'] : []),
    ...(row.convert === undefined ? [] : ['converted']),
  ];
  return `row: ${words.join(' ')}${conditionsText(row.when)}`;
}

/** One test, whose expected lines come from the model and never pass through the mapper's own emitter. */
export function declarationTest(core: CoreModel, system: SystemModel, mapping: MappingModel): Member {
  const lines = [
    ...operationLines(system, mapping),
    ...partLines(mapping),
    ...creationLines(system, mapping),
    ...mapping.rows.map((row) => rowLine(core, system, mapping, row)),
  ];
  const mapper = mapperClassName(system, mapping);
  return testMethod('declaresWhatTheMappingSays', [
    declare('String', 'expected', call('String.join', linesOf(lines.join('\n')), "'\\n'")),
    declare('String', 'actual', call('BillingMappingText.write', call(`new ${mapper}().mapping`))),
    run(areEqual('expected', 'actual', 'The mapper declares what the mapping file says.')),
  ]);
}
