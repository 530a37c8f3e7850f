/** Tests of the mappers: nothing changed, each side changed, both changed, blocked, made anew. */
import type {
  ConditionModel,
  CoreModel,
  IntegrationModel,
  MappingModel,
  RowModel,
  SystemModel,
} from '../../../model/model.ts';
import { mapperClassName, testClassName } from '../../../model/naming.ts';
import { fieldOf, objectOfType, sObjectType } from '../fields.ts';
import type { EmittedClass } from '../files.ts';
import { pathText } from '../path.ts';
import type { Member, Statement } from '../print/class.ts';
import { apart, assign, declare, give, method, run } from '../print/class.ts';
import type { Expression } from '../print/expression.ts';
import { call, create, list, map } from '../print/expression.ts';
import { apexString } from '../print/text.ts';
import { isRequired } from '../required.ts';
import { linesOf } from '../samples.ts';
import { declarationTest } from './declaration.ts';
import type { Scenario } from './scenario.ts';
import { creationBody, recordIdMark, scenarioOf, sentChildren, testedFields } from './scenario.ts';
import { limitTests } from './limits.ts';
import { areEqual, helper, testClass, testMethod } from './shared.ts';
import type { Subject } from './subject.ts';
import {
  applyToRecord,
  compare,
  demandInRecord,
  outcome,
  pairOfBoth,
  demandReason,
  setInBilling,
  setInRecord,
  token,
} from './subject.ts';
import type { Agreed, FieldValue } from './values.ts';
import { agreedValue, fieldValueOf, linkedId, read, roundTripRows, wireLiteral, wireText } from './values.ts';
import { shapeOf } from '../type-shape.ts';

function change({ core, system, scenario }: Subject, row: RowModel, position: number): Agreed | undefined {
  const next = agreedValue(core, system, scenario.mapping, row, position);
  const first = agreedValue(core, system, scenario.mapping, row, 1);
  const isOther = next && first && wireText(next.wire) !== wireText(first.wire);
  return isOther ? next : undefined;
}

function unchangedTest(): Member {
  return testMethod('equalSidesNeedNothing', [pairOfBoth, apart(compare), apart(outcome('UNCHANGED'))]);
}

/** Rows of an owner that can change, with their second value; rows of one field change together. */
function changing(subject: Subject, owner: RowModel['owner']): { row: RowModel; value: Agreed }[] {
  const tested = testedFields(subject.scenario.mapping);
  return subject.scenario.rows.flatMap(({ row }) => {
    if (row.owner !== owner || row.onCreateOnly || tested.has(row.field)) return [];
    const value = change(subject, row, 2);
    return value === undefined ? [] : [{ row, value }];
  });
}

function toBillingTest(subject: Subject): Member[] {
  const changes = changing(subject, 'salesforce');
  const { mapping } = subject.scenario;
  if (mapping.update === undefined || changes.length === 0) return [];
  const fields = new Map(changes.map(({ row, value }) => [row.field, value.field]));
  return [
    testMethod('whatSalesforceOwnsGoesToBilling', [
      pairOfBoth,
      ...[...fields].map(([field, value]) => setInRecord(subject, field, value)),
      apart(compare),
      declare('Map<String, Object>', 'body', call(`new ${subject.mapper}().updateBody`, 'comparison')),
      apart(outcome('UPDATE_BILLING')),
      ...changes.map(({ row, value }) =>
        run(
          call('BillingTestData.demandAt', apexString(pathText(row.path)), wireLiteral(value.wire), 'body'),
        ),
      ),
    ]),
  ];
}

function toSalesforceTest(subject: Subject): Member[] {
  const changes = changing(subject, 'billing');
  if (changes.length === 0) return [];
  return [
    testMethod('whatBillingOwnsGoesToSalesforce', [
      pairOfBoth,
      ...changes.map(({ row, value }) => setInBilling(row, wireLiteral(value.wire))),
      apart(compare),
      applyToRecord(subject),
      apart(outcome('UPDATE_SALESFORCE')),
      ...changes.map(({ row, value }) => demandInRecord(subject, row, value.field.apex)),
    ]),
  ];
}

function sharedTests(subject: Subject): Member[] {
  const { mapping } = subject.scenario;
  const found = changing(subject, 'shared').find(
    ({ row }) => row.conflict === 'ask' || row.conflict === undefined,
  );
  const third = found && change(subject, found.row, 3);
  if (found === undefined || third === undefined) return [];
  const agree = assign('pair.agreed', call(`new ${subject.mapper}().agreedHashes`, 'pair', call('context')));
  const setRecord = setInRecord(subject, found.row.field, found.value.field);
  const oneSided = (name: string, statement: Statement, expected: string): Member =>
    testMethod(name, [pairOfBoth, agree, statement, apart(compare), apart(outcome(expected))]);
  return [
    ...(mapping.update === undefined
      ? []
      : [oneSided('changeInSalesforceAloneGoesToBilling', setRecord, 'UPDATE_BILLING')]),
    oneSided(
      'changeInBillingAloneGoesToSalesforce',
      setInBilling(found.row, wireLiteral(found.value.wire)),
      'UPDATE_SALESFORCE',
    ),
    testMethod('changeOnBothSidesIsAConflict', [
      pairOfBoth,
      agree,
      setRecord,
      setInBilling(found.row, wireLiteral(third.wire)),
      apart(compare),
      apart(outcome('CONFLICT')),
    ]),
  ];
}

/** A value with which the condition is not met; undefined if the test can't make one. */
function failingValue(
  core: CoreModel,
  object: string,
  condition: ConditionModel,
): FieldValue | 'empty' | undefined {
  if (condition.feature !== undefined) return undefined;
  const field = fieldOf(core, object, condition.field);
  const [value] = condition.values;
  if (condition.test === 'present') return 'empty';
  if (condition.test === 'notEquals') return value === undefined ? undefined : fieldValueOf(value);
  if (typeof value === 'boolean') return condition.values.length === 1 ? fieldValueOf(!value) : undefined;
  if (condition.test === 'absent') return undefined;
  const other = (field?.values ?? ['something else']).find((one) => !condition.values.includes(one));
  return typeof value === 'number' || other === undefined ? undefined : fieldValueOf(other);
}

function gateTests(subject: Subject): Member[] {
  const { core, scenario } = subject;
  return scenario.mapping.takesPart.flatMap(({ when, reason }, index) => {
    const found = when.flatMap((condition) => {
      const value = failingValue(core, scenario.mapping.object, condition);
      return value === undefined ? [] : [{ field: condition.field, value }];
    })[0];
    if (found === undefined) return [];
    const name = `${reason}Blocks${index === 0 ? '' : index + 1}`;
    return [
      testMethod(name, [
        pairOfBoth,
        setInRecord(subject, found.field, found.value === 'empty' ? undefined : found.value),
        apart(compare),
        apart(outcome('BLOCKED')),
        demandReason(reason),
      ]),
    ];
  });
}

function creationTests(subject: Subject): Member[] {
  const { core, system, scenario, mapper } = subject;
  const { mapping } = scenario;
  const body = creationBody(core, system, scenario);
  if (mapping.create === undefined || mapping.key === undefined || body === undefined) return [];
  const children = sentChildren(core, system, mapping).map(({ name, scenario: child }) => {
    const test = testClassName(mapperClassName(system, child.mapping));
    const pair = create('BillingPair', call(`${test}.record`), 'null');
    return run(call('pair.children.put', apexString(name), list('BillingPair', [pair])));
  });
  const pair = declare('BillingPair', 'pair', create('BillingPair', call('record'), 'null'));
  const expected = call('String.join', linesOf(wireText(body)), "'\\n'");
  const lack = mapping.defaults.find(
    ({ path, connectionField }) =>
      isRequired(system, mapping, path) &&
      scenario.defaults.has(connectionField) &&
      mapping.rows.every((row) => pathText(row.path) !== pathText(path)) &&
      mapping.constants.every((constant) => pathText(constant.path) !== pathText(path)),
  );
  return [
    testMethod('newRecordIsSentWhole', [
      pair,
      ...children,
      declare('String', 'expected', expected),
      apart(compare),
      apart(outcome('CREATE_IN_BILLING')),
      run(
        call(
          'BillingTestData.demandJson',
          call('expected.replace', apexString(recordIdMark), 'pair.record.Id'),
          call('System.JSON.serialize', 'comparison.creationBody'),
        ),
      ),
    ]),
    ...(lack === undefined || isAloneInIts(mapping, lack.path)
      ? []
      : [missingDefaultTest(mapper, pair, children, lack.connectionField)]),
  ];
}

// Without its only part an object is not there at all, and then nothing in it is missing.
function isAloneInIts(mapping: MappingModel, path: RowModel['path']): boolean {
  const holder = pathText(path).split('.').slice(0, -1).join('.');
  const required = mapping.defaults.filter((one) => pathText(one.path).startsWith(`${holder}.`));
  return holder !== '' && required.length < 2;
}

function missingDefaultTest(
  mapper: string,
  pair: Statement,
  children: readonly Statement[],
  field: string,
): Member {
  const compareIn = call(`new ${mapper}().compareOne`, 'pair', 'context');
  return testMethod('missingDefaultBlocks', [
    pair,
    ...children,
    declare('BillingContext', 'context', call('context')),
    run(call('context.connection.put', token('BillingConnection__c', field), 'null')),
    apart(declare('BillingComparison', 'comparison', compareIn)),
    apart(demandReason('missingRequiredField')),
  ]);
}

function fromBillingTest(subject: Subject): Member[] {
  const { scenario, mapper } = subject;
  const { mapping, rows } = scenario;
  if (rows.length === 0 || mapping.rows.some(({ owner }) => owner !== 'billing')) return [];
  return [
    testMethod('newBillingObjectFillsARecord', [
      declare('BillingPair', 'pair', create('BillingPair', 'null', call('billing'))),
      declare('SObject', 'made', call(`${sObjectType(mapping.object)}.newSObject`)),
      apart(compare),
      run(call(`new ${mapper}().applyTo`, 'made', 'comparison')),
      apart(outcome('CREATE_IN_SALESFORCE')),
      ...rows.map(({ row, agreed }) =>
        run(call('BillingTestData.demandIn', token(mapping.object, row.field), agreed.field.apex, 'made')),
      ),
    ]),
  ];
}

function identityTest({ scenario, mapper }: Subject): Member {
  const { mapping, billing } = scenario;
  const told = (path: RowModel['path'] | undefined): Expression => {
    const wire = path && read(billing, path);
    if (wire === undefined || wire === null) return 'null';
    return typeof wire === 'string' ? apexString(wire) : apexString(wireText(wire));
  };
  return testMethod('billingObjectIsNamed', [
    declare(mapper, 'mapper', create(mapper)),
    apart(run(areEqual(told(mapping.id), call('mapper.billingId', call('billing')), 'The identifier.'))),
    run(areEqual(told(mapping.number), call('mapper.billingNumber', call('billing')), 'The number.')),
    run(
      areEqual(
        String(mapping.deepLink.length),
        'mapper.linkValues(billing()).size()',
        'Each placeholder has a value.',
      ),
    ),
  ]);
}

function fieldsTest({ scenario, mapper }: Subject): Member[] {
  const [first] = scenario.rows;
  if (first === undefined) return [];
  const field = token(scenario.mapping.object, first.row.field);
  return [
    testMethod('fieldsThatAreReadAreNamed', [
      declare('Set<Schema.SObjectField>', 'fields', call(`new ${mapper}().fields`)),
      apart(
        run(call('System.Assert.isTrue', `fields.contains(${field})`, apexString('The first row is read.'))),
      ),
    ]),
  ];
}

const withChildren = (core: CoreModel, system: SystemModel, scenario: Scenario): Scenario[] => [
  scenario,
  ...sentChildren(core, system, scenario.mapping).map((child) => child.scenario),
];

function contextHelper({ core, system, scenario }: Subject): Member {
  const all = withChildren(core, system, scenario);
  const rows = all.flatMap((one) => one.mapping.rows.map((row) => ({ row, object: one.mapping.object })));
  const maps = new Map(
    rows.flatMap(({ row, object }) =>
      row.values === undefined ? [] : [[row.values, fieldOf(core, object, row.field)] as const],
    ),
  );
  const links = new Map(
    rows.flatMap(({ row }) =>
      row.link === undefined
        ? []
        : [[row.link, shapeOf(system, row.path.type).kind === 'numericId'] as const],
    ),
  );
  const switches = all.flatMap(({ mapping }) =>
    [mapping.key?.onlyIf, mapping.updateOnlyIf].filter((field) => field !== undefined),
  );
  const values = [
    ...[...scenario.defaults].map(
      ([field, value]) => [token('BillingConnection__c', field), value.apex] as const,
    ),
    ...switches.map((field) => [token('BillingConnection__c', field), 'true'] as const),
  ];
  const mapStatements = [...maps].map(([name, field]) => {
    const model = system.valueMaps.find((one) => one.name === name);
    const lines = roundTripRows(system, name, field).slice(0, 3);
    const fallback = (side: 'toSalesforce' | 'toBilling'): string => {
      const kind = model?.[side];
      return kind?.kind === 'use' ? `use:${kind.value}` : (kind?.kind ?? 'block');
    };
    return run(
      call(
        'BillingTestData.addValueMap',
        apexString(system.name),
        apexString(name),
        list(
          'String',
          lines.map(({ billing, salesforce }) => apexString(`${billing}\t${salesforce}`)),
        ),
        apexString(fallback('toSalesforce')),
        apexString(fallback('toBilling')),
      ),
    );
  });
  const linkStatements = [...links].flatMap(([link, isNumeric]) => {
    const object = objectOfType(system.mappings, link);
    if (object === undefined) return [];
    return [1, 2].map((position) => {
      const wire = linkedId(link, position, isNumeric);
      const id = typeof wire === 'string' ? wire : wireText(wire);
      return run(
        call(
          'context.addLink',
          apexString(link),
          call('BillingTestData.idOf', sObjectType(object), String(position)),
          apexString(id),
        ),
      );
    });
  });
  const made = call(
    'BillingTestData.context',
    apexString(system.name),
    map('Schema.SObjectField', 'Object', values),
  );
  return helper(
    'A connection with defaults, value maps and links.',
    'private static',
    'BillingContext',
    'context',
    [
      ...mapStatements,
      ...(linkStatements.length === 0
        ? [give(made)]
        : [declare('BillingContext', 'context', made), ...linkStatements, give('context')]),
    ],
  );
}

function helpers(subject: Subject): Member[] {
  const { scenario, mapper } = subject;
  const { object } = scenario.mapping;
  const values = [...scenario.record].map(([field, value]) => [token(object, field), value.apex] as const);
  return [
    helper('A record that takes part.', 'public static', 'SObject', 'record', [
      give(call('BillingTestData.record', sObjectType(object), map('Schema.SObjectField', 'Object', values))),
    ]),
    helper('The billing object that agrees with it.', 'private static', 'Map<String, Object>', 'billing', [
      give(call('BillingTestData.billing', linesOf(wireText(scenario.billing)))),
    ]),
    contextHelper(subject),
    method({
      doc: [],
      modifiers: 'private static',
      returns: 'BillingComparison',
      name: 'compare',
      parameters: [{ type: 'BillingPair', name: 'pair' }],
      statements: [give(call(`new ${mapper}().compareOne`, 'pair', call('context')))],
    }),
  ];
}

function mapperTest(core: CoreModel, system: SystemModel, mapping: MappingModel): EmittedClass {
  const scenario = scenarioOf(core, system, mapping);
  const mapper = mapperClassName(system, mapping);
  const declared = declarationTest(core, system, mapping);
  if (scenario === undefined) return testClass(mapper, [declared]);
  const subject: Subject = { core, system, scenario, mapper };
  return testClass(
    subject.mapper,
    [
      declared,
      unchangedTest(),
      ...toBillingTest(subject),
      ...toSalesforceTest(subject),
      ...sharedTests(subject),
      ...gateTests(subject),
      ...creationTests(subject),
      ...fromBillingTest(subject),
      ...limitTests(subject),
      identityTest(subject),
      ...fieldsTest(subject),
      ...helpers(subject),
    ],
    'public',
  );
}

/** The tests of a system's mappers. */
export const mapperTests = (model: IntegrationModel, system: SystemModel): EmittedClass[] =>
  system.mappings.map((mapping) => mapperTest(model.core, system, mapping));
