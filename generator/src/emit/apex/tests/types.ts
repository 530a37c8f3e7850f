/** Tests of the type classes. */
import type { ObjectTypeModel, PropertyModel, SystemModel, UnionTypeModel } from '../../../model/model.ts';
import { apexPropertyName, typeClassName } from '../../../model/naming.ts';
import type { EmittedClass } from '../files.ts';
import type { Member, Statement } from '../print/class.ts';
import { apart, assign, declare, give, run } from '../print/class.ts';
import type { Expression } from '../print/expression.ts';
import { call, create, list, map } from '../print/expression.ts';
import { apexString } from '../print/text.ts';
import type { Shape } from '../type-shape.ts';
import { shapeOf } from '../type-shape.ts';
import { memberNames } from '../types.ts';
import { areEqual, helper, isNotNull, isNull, testClass, testMethod } from './shared.ts';

/** A value as JSON holds it, and what the class makes of it. */
interface Sample {
  readonly wire: Expression;
  readonly typed: Expression;
}

function sampleOf(shape: Shape): Sample {
  const text = apexString(shape.values?.[0] ?? 'some text');
  switch (shape.kind) {
    case 'text':
      return { wire: text, typed: text };
    case 'numericId':
      return { wire: '7001L', typed: "'7001'" };
    case 'decimal':
      return { wire: '12.5', typed: '12.5' };
    case 'integer':
      return { wire: '3', typed: '3' };
    case 'boolean':
    case 'any':
      return { wire: 'true', typed: 'true' };
    case 'date':
      return { wire: "'2025-03-10'", typed: call('Date.newInstance', '2025', '3', '10') };
    case 'dateTime':
      return {
        wire: "'2025-03-10T06:00:00.000Z'",
        typed: call('DateTime.newInstanceGmt', '2025', '3', '10', '6', '0', '0'),
      };
    case 'object':
      return { wire: map('String', 'Object', []), typed: 'true' };
    case 'objects':
      return { wire: list('Object', [map('String', 'Object', [])]), typed: '1' };
    case 'texts':
      return { wire: list('Object', [text]), typed: '1' };
    case 'decimals':
      return { wire: list('Object', ['12.5']), typed: '1' };
    case 'list':
      return { wire: list('Object', ['true']), typed: '1' };
  }
}

const isList = ({ kind }: Shape): boolean => ['objects', 'texts', 'decimals', 'list'].includes(kind);

function readAssertion(system: SystemModel, { name, type }: PropertyModel): Statement {
  const shape = shapeOf(system, type);
  const actual = `item.${apexPropertyName(name)}`;
  if (shape.kind === 'object') return run(isNotNull(actual, name));
  const { typed } = sampleOf(shape);
  return run(areEqual(typed, isList(shape) ? call(`${actual}.size`) : actual, name));
}

function readTest(system: SystemModel, type: ObjectTypeModel): Member {
  return testMethod('propertiesAreReadAsTheirTypes', [
    declare(
      typeClassName(system, type.name),
      'item',
      create(typeClassName(system, type.name), call('values')),
    ),
    ...type.properties.map((model, index) => {
      const assertion = readAssertion(system, model);
      return index === 0 ? apart(assertion) : assertion;
    }),
  ]);
}

function writeTest(system: SystemModel, type: ObjectTypeModel): Member[] {
  const className = typeClassName(system, type.name);
  const writable = type.properties.filter(({ readOnly }) => !readOnly);
  if (writable.length === 0) return [];
  const sets = writable.map(({ name }) => {
    const property = apexPropertyName(name);
    return assign(`copy.${property}`, `item.${property}`);
  });
  const checks = writable.map(({ name }, index) => {
    const check = run(areEqual(call('item.get', apexString(name)), call('copy.get', apexString(name)), name));
    return index === 0 ? apart(check) : check;
  });
  return [
    testMethod('propertiesAreWrittenAsTheyWereRead', [
      declare(className, 'item', create(className, call('values'))),
      declare(className, 'copy', create(className)),
      ...sets.map((statement, index) => (index === 0 ? apart(statement) : statement)),
      ...checks,
    ]),
  ];
}

function absenceTest(system: SystemModel, type: ObjectTypeModel): Member[] {
  const className = typeClassName(system, type.name);
  const [property] = type.properties.filter(({ readOnly }) => !readOnly);
  if (property === undefined) return [];
  const apexName = apexPropertyName(property.name);
  const name = apexString(property.name);
  return [
    testMethod('absentIsNotNull', [
      declare(className, 'item', create(className)),
      declare('Boolean', 'wasThere', call('item.has', name)),
      apart(assign(`item.${apexName}`, 'null')),
      apart(run(areEqual('false', 'wasThere', 'A new object has no properties.'))),
      run(areEqual('true', call('item.has', name), 'Null was assigned and is sent.')),
    ]),
  ];
}

function valuesHelper(system: SystemModel, type: ObjectTypeModel): Member {
  const puts = type.properties.map(({ name, type: ref }) =>
    run(call('values.put', apexString(name), sampleOf(shapeOf(system, ref)).wire)),
  );
  return helper(
    'All properties, as they come from JSON.',
    'private static',
    'Map<String, Object>',
    'values',
    [declare('Map<String, Object>', 'values', map('String', 'Object', [])), ...puts, give('values')],
  );
}

function objectTest(system: SystemModel, type: ObjectTypeModel): EmittedClass {
  return testClass(typeClassName(system, type.name), [
    readTest(system, type),
    ...writeTest(system, type),
    ...absenceTest(system, type),
    valuesHelper(system, type),
  ]);
}

function unionTest(system: SystemModel, union: UnionTypeModel): EmittedClass {
  const className = typeClassName(system, union.name);
  const tag = apexPropertyName(union.tag);
  const tests = union.members.flatMap((member) => {
    const names = memberNames(member);
    const memberClass = typeClassName(system, member.type);
    const value = apexString(member.value);
    return [
      testMethod(`${names.of}TellsWhatItIs`, [
        declare(className, 'item', call(`${className}.${names.of}`, create(memberClass))),
        apart(run(areEqual(value, `item.${tag}`, 'The tag is set.'))),
        run(isNotNull(call(`item.${names.as}`), 'The member is there.')),
      ]),
      testMethod(`${names.as}IsNullForOthers`, [
        declare(className, 'item', create(className)),
        apart(run(call('item.put', apexString(union.tag), apexString(`not ${member.value}`)))),
        apart(run(isNull(call(`item.${names.as}`), 'Another member is none of this class.'))),
      ]),
    ];
  });
  const wrapped = testMethod('childrenShareTheirValues', [
    declare('Map<String, Object>', 'values', map('String', 'Object', [])),
    apart(run(areEqual('values', call(`new ${className}(values).toMap`), 'The values are not copied.'))),
  ]);
  return testClass(className, [...tests, wrapped]);
}

/** The tests of a system's type classes. */
export function typeTests(system: SystemModel): EmittedClass[] {
  return system.types.flatMap((type) => {
    if (type.kind === 'object') return [objectTest(system, type)];
    return type.kind === 'union' ? [unionTest(system, type)] : [];
  });
}
