/** `<Prefix><Name>Mapper`: what each mapping says, as the table that `BillingMapper` works with. */
import type { CoreModel, IntegrationModel, MappingModel, SystemModel } from '../../model/model.ts';
import { mapperClassName } from '../../model/naming.ts';
import { from, paragraphs } from './doc.ts';
import { fieldToken, sObjectType } from './fields.ts';
import type { EmittedClass } from './files.ts';
import { pathExpression } from './path.ts';
import type { Member, Statement } from './print/class.ts';
import { assign, declare, give, method, run } from './print/class.ts';
import type { Expression } from './print/expression.ts';
import { call, create, list, set } from './print/expression.ts';
import { apexString } from './print/text.ts';
import { isRequired, operationOf, readOnlyNames, requiredRoots } from './required.ts';
import { conditionExpression, literal, rowMembers, rowMethodNames, valueKind } from './rows.ts';

const texts = (names: readonly string[]): Expression => set('String', names.map(apexString));

function operationStatements(system: SystemModel, mapping: MappingModel): Statement[] {
  const key = (name: string): Expression => apexString(`${mapping.resource}.${name}`);
  const { bulk, read, create: make, update } = mapping;
  const [idInPath] = [read, update].flatMap(
    (name) => operationOf(system, mapping, name)?.pathParameters ?? [],
  );
  return [
    ...(bulk === undefined
      ? []
      : [
          assign('mapping.listOperation', key(bulk.operation)),
          assign('mapping.listById', apexString(bulk.byId)),
          ...(bulk.byKey === undefined ? [] : [assign('mapping.listByKey', apexString(bulk.byKey))]),
        ]),
    ...(read === undefined ? [] : [assign('mapping.readOperation', key(read))]),
    ...(make === undefined ? [] : [assign('mapping.createOperation', key(make))]),
    ...(update === undefined ? [] : [assign('mapping.updateOperation', key(update))]),
    ...connectionFieldStatement('mapping.updateSwitch', mapping.updateOnlyIf),
    ...connectionFieldStatement('mapping.automation', mapping.automation),
    ...(idInPath === undefined || idInPath === 'id'
      ? []
      : [assign('mapping.idInPath', apexString(idInPath))]),
  ];
}

const connectionFieldStatement = (target: string, field: string | undefined): Statement[] =>
  field === undefined ? [] : [assign(target, `Schema.BillingConnection__c.${field}`)];

function likenessStatements({ object, rows, lookalikes }: MappingModel): Statement[] {
  return lookalikes.flatMap(({ evidence, field, parameter }) => {
    const row = rows.find((one) => one.field === field);
    if (row === undefined) return [];
    const made = create(
      'BillingLikeness',
      apexString(evidence),
      fieldToken(object, field, row.dynamic),
      pathExpression(row.path),
      parameter === undefined ? 'null' : apexString(parameter),
    );
    return [run(call('mapping.likenesses.add', made))];
  });
}

function keyStatements({ key }: MappingModel): Statement[] {
  if (key === undefined) return [];
  return [
    assign('mapping.keyProperty', pathExpression(key.property)),
    assign('mapping.keyParameter', apexString(key.parameter)),
    ...connectionFieldStatement('mapping.keySwitch', key.onlyIf),
  ];
}

function partStatements(mapping: MappingModel): Statement[] {
  const gates = mapping.takesPart.map(({ when, reason }) => {
    const conditions = when.map((condition) => conditionExpression(mapping.object, condition));
    return run(
      call(
        'mapping.gates.add',
        create('BillingGate', apexString(reason), list('BillingCondition', conditions)),
      ),
    );
  });
  return mapping.recordTypes.length === 0
    ? gates
    : [assign('mapping.recordTypes', texts(mapping.recordTypes)), ...gates];
}

function creationStatements(system: SystemModel, mapping: MappingModel): Statement[] {
  const roots = requiredRoots(system, mapping);
  const constants = mapping.constants.map(({ path, value }) =>
    run(call('mapping.constants.add', create('BillingConstant', pathExpression(path), literal(value)))),
  );
  const defaults = mapping.defaults.map(({ path, connectionField }) =>
    run(
      call(
        'mapping.defaults.add',
        create(
          'BillingDefault',
          pathExpression(path),
          `Schema.BillingConnection__c.${connectionField}`,
          `BillingValueKind.${valueKind(system, path.type)}`,
          String(isRequired(system, mapping, path)),
        ),
      ),
    ),
  );
  return [
    ...(roots.length === 0 ? [] : [assign('mapping.required', texts(roots))]),
    ...constants,
    ...defaults,
  ];
}

function childStatements(system: SystemModel, mapping: MappingModel): Statement[] {
  return mapping.children.map((child) => {
    const target = system.mappings.find((one) => one.name === child.mapping) ?? mapping;
    const type = `${mapperClassName(system, target)}.class`;
    const made =
      child.kind === 'nested'
        ? call('BillingChild.nested', apexString(child.name), type, pathExpression(child.path))
        : call(
            'BillingChild.listed',
            apexString(child.name),
            type,
            apexString(child.parameter),
            child.parent === undefined ? 'null' : pathExpression(child.parent),
            child.parts === undefined ? 'null' : pathExpression(child.parts),
          );
    return run(call('mapping.children.add', made));
  });
}

function confirmationStatements({ resource, confirm }: MappingModel): Statement[] {
  if (confirm === undefined) return [];
  const { operation, onlyIf, state, draft, waiting, completed } = confirm;
  const made = create('BillingConfirmation', apexString(`${resource}.${operation}`), pathExpression(state));
  return [
    assign('mapping.confirmation', made),
    ...connectionFieldStatement('mapping.confirmation.onlyIf', onlyIf),
    assign('mapping.confirmation.draft', texts(draft)),
    assign('mapping.confirmation.waiting', texts(waiting)),
    assign('mapping.confirmation.completed', texts(completed)),
  ];
}

function successionStatements(system: SystemModel, { becomes }: MappingModel): Statement[] {
  const target = system.mappings.find((one) => one.name === becomes?.mapping);
  if (becomes === undefined || target === undefined) return [];
  return [
    assign(
      'mapping.succession',
      create('BillingSuccession', apexString(target.type), pathExpression(becomes.id)),
    ),
    assign('mapping.succession.orderParameter', apexString(becomes.order)),
    assign('mapping.succession.numberParameter', apexString(becomes.number)),
    assign('mapping.succession.itemNumber', pathExpression(becomes.numberOf)),
  ];
}

function part(name: string, doc: string, statements: readonly Statement[]): readonly Member[] {
  if (statements.length === 0) return [];
  const parameters = [{ type: 'BillingMapping', name: 'mapping' }];
  return [method({ doc: [doc], modifiers: 'private', returns: 'void', name, parameters, statements })];
}

function parts(
  system: SystemModel,
  mapping: MappingModel,
): readonly (readonly [string, string, Statement[]])[] {
  const names = rowMethodNames(mapping);
  const readOnly = readOnlyNames(system, mapping);
  return [
    ['addOperations', 'Where the billing objects are.', operationStatements(system, mapping)],
    ['addKey', 'How an object is found again after a lost answer.', keyStatements(mapping)],
    [
      'addLikenesses',
      'What makes an object look like a record whose key it does not carry.',
      likenessStatements(mapping),
    ],
    ['addConditions', 'Which records take part.', partStatements(mapping)],
    ['addCreation', 'What an object needs when it is made.', creationStatements(system, mapping)],
    ['addChildren', 'What belongs to an object.', childStatements(system, mapping)],
    ['addConfirmation', 'How a draft gets going.', confirmationStatements(mapping)],
    ['addSuccession', 'What an object turns into.', successionStatements(system, mapping)],
    [
      'addLinkValues',
      'What a deep link may be made of.',
      mapping.deepLink.map(({ placeholder, path }) =>
        run(call('mapping.linkValues.put', apexString(placeholder), pathExpression(path))),
      ),
    ],
    [
      'addOnLink',
      'What the link shows.',
      mapping.onLink.map(({ field, path }) =>
        run(call('mapping.onLink.put', `Schema.BillingLink__c.${field}`, pathExpression(path))),
      ),
    ],
    [
      'addReadOnly',
      'What is never sent back.',
      readOnly.length === 0 ? [] : [assign('mapping.readOnly', texts(readOnly))],
    ],
    [
      'addRows',
      'What both sides share.',
      mapping.rows.map((row) => run(call('mapping.rows.add', call(`this.${names.get(row)}`)))),
    ],
  ];
}

function mapperClass(core: CoreModel, system: SystemModel, mapping: MappingModel): EmittedClass {
  const name = mapperClassName(system, mapping);
  const all = parts(system, mapping).filter(([, , statements]) => statements.length > 0);
  const define = method({
    doc: [],
    modifiers: 'protected override',
    returns: 'BillingMapping',
    name: 'define',
    statements: [
      declare(
        'BillingMapping',
        'mapping',
        create('BillingMapping', apexString(mapping.type), sObjectType(mapping.object)),
      ),
      assign('mapping.id', pathExpression(mapping.id)),
      ...(mapping.number === undefined ? [] : [assign('mapping.numberPath', pathExpression(mapping.number))]),
      ...all.map(([partName]) => run(call(`this.${partName}`, 'mapping'))),
      give('mapping'),
    ],
  });
  return {
    name,
    parts: {
      doc: [...paragraphs(mapping.doc), from(mapping.source)],
      head: `public inherited sharing class ${name} extends BillingMapper`,
      members: [
        define,
        ...all.flatMap(([partName, doc, statements]) => part(partName, doc, statements)),
        ...rowMembers(core, system, mapping),
      ],
    },
  };
}

/** The mappers of a system. */
export const mapperClasses = (model: IntegrationModel, system: SystemModel): EmittedClass[] =>
  system.mappings.map((mapping) => mapperClass(model.core, system, mapping));
