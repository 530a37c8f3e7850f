/** `<Prefix><Type>`: one class for each object type and each union of the API. */
import type { ObjectTypeModel, PropertyModel, SystemModel, UnionTypeModel } from '../../model/model.ts';
import { apexPropertyName, pascalCase, typeClassName } from '../../model/naming.ts';
import { from, markText, paragraphs, sentences } from './doc.ts';
import type { EmittedClass } from './files.ts';
import type { Member, Statement } from './print/class.ts';
import { declare, give, method, property, run } from './print/class.ts';
import type { Expression } from './print/expression.ts';
import { call, cast, create, map } from './print/expression.ts';
import { apexString } from './print/text.ts';
import type { Shape } from './type-shape.ts';
import { shapeOf } from './type-shape.ts';

const readers: Readonly<Record<Shape['kind'], string>> = {
  text: 'getText',
  numericId: 'getText',
  decimal: 'getDecimal',
  integer: 'getInteger',
  boolean: 'getBoolean',
  date: 'getDate',
  dateTime: 'getDateTime',
  object: 'getObject',
  objects: 'getObjects',
  texts: 'getTexts',
  decimals: 'getDecimals',
  list: 'getList',
  any: 'get',
};

const writers: Readonly<Record<Shape['kind'], string>> = {
  text: 'put',
  numericId: 'putNumericId',
  decimal: 'put',
  integer: 'put',
  boolean: 'put',
  date: 'putDate',
  dateTime: 'putDateTime',
  object: 'putObject',
  objects: 'putObjects',
  texts: 'putTexts',
  decimals: 'putDecimals',
  list: 'put',
  any: 'put',
};

function readExpression(name: string, shape: Shape): Expression {
  const reader = `this.${readers[shape.kind]}`;
  if (shape.className === undefined) return call(reader, name);
  const type = `${shape.className}.class`;
  return shape.kind === 'objects'
    ? cast(shape.apex, call(reader, name, create(`List<${shape.className}>`), type))
    : cast(shape.apex, call(reader, name, type));
}

function valuesText({ values, kind }: Shape): string {
  if (values === undefined) return '';
  const texts = values.map((value) => `\`${value}\``).join(', ');
  if (values.length === 1) return `Always ${texts}.`;
  return kind === 'texts' ? `Each one of ${texts}.` : `One of ${texts}.`;
}

function propertyMember(system: SystemModel, model: PropertyModel): Member {
  const shape = shapeOf(system, model.type);
  const name = apexString(model.name);
  const setter = model.readOnly ? undefined : run(call(`this.${writers[shape.kind]}`, name, 'value'));
  const [first = '', ...more] = paragraphs(model.doc);
  const facts = sentences(valuesText(shape), model.readOnly ? 'Set by billing.' : '', markText(model.mark));
  const doc = more.length === 0 ? [sentences(first, facts)] : [first, ...more, facts];
  return property(doc, shape.apex, apexPropertyName(model.name), give(readExpression(name, shape)), setter);
}

function constructors(className: string): Member[] {
  const type = `${className}.class`;
  const parameters = [{ type: 'Map<String, Object>', name: 'values' }];
  return [
    method({
      doc: ['An object without properties.'],
      modifiers: 'public',
      name: className,
      statements: [run(call('super', type, map('String', 'Object', [])))],
    }),
    method({
      doc: ['An object over `values`, which are not copied.'],
      modifiers: 'public',
      name: className,
      parameters,
      statements: [run(call('super', type, 'values'))],
    }),
  ];
}

const head = (className: string): string => `public inherited sharing class ${className} extends BillingJson`;

function objectClass(system: SystemModel, type: ObjectTypeModel): EmittedClass {
  const name = typeClassName(system, type.name);
  const properties = type.properties.map((model) => propertyMember(system, model));
  return {
    name,
    parts: {
      doc: [...paragraphs(type.doc), from(type.source)],
      head: head(name),
      members: [...constructors(name), ...properties],
    },
  };
}

/** Names of the accessors of one member of a union. */
export function memberNames(member: UnionTypeModel['members'][number]): {
  readonly as: string;
  readonly of: string;
} {
  return { as: `as${pascalCase(member.type)}`, of: `of${pascalCase(member.type)}` };
}

function memberAccessors(
  system: SystemModel,
  union: UnionTypeModel,
  member: UnionTypeModel['members'][number],
): Member[] {
  const unionClass = typeClassName(system, union.name);
  const memberClass = typeClassName(system, member.type);
  const names = memberNames(member);
  const [tag, value] = [apexString(union.tag), apexString(member.value)];
  const view = call('this.viewIf', tag, value, `${memberClass}.class`);
  const statements: Statement[] = [
    declare(unionClass, 'made', create(unionClass, call('value.toMap'))),
    run(call('made.put', tag, value)),
    give('made'),
  ];
  return [
    method({
      doc: [`The same object as ${memberClass}; null if its ${union.tag} is not \`${member.value}\`.`],
      modifiers: 'public',
      returns: memberClass,
      name: names.as,
      statements: [give(cast(memberClass, view))],
    }),
    method({
      doc: [`The same object, as one of the union; makes its ${union.tag} \`${member.value}\`.`],
      modifiers: 'public static',
      returns: unionClass,
      name: names.of,
      parameters: [{ type: memberClass, name: 'value' }],
      statements,
    }),
  ];
}

function tagMember(union: UnionTypeModel): Member {
  const values = union.members.map(({ value }) => `\`${value}\``).join(', ');
  const getter = give(call('this.getText', apexString(union.tag)));
  return property(
    [`Tells which it is: ${values}.`],
    'String',
    apexPropertyName(union.tag),
    getter,
    undefined,
  );
}

function unionClass(system: SystemModel, union: UnionTypeModel): EmittedClass {
  const name = typeClassName(system, union.name);
  return {
    name,
    parts: {
      doc: [...paragraphs(union.doc), from(union.source)],
      head: head(name),
      members: [
        ...constructors(name),
        tagMember(union),
        ...union.members.flatMap((member) => memberAccessors(system, union, member)),
      ],
    },
  };
}

/** The classes of a system's types. A closed list of texts has none: such a property is text, and says which. */
export function typeClasses(system: SystemModel): EmittedClass[] {
  return system.types.flatMap((type) => {
    if (type.kind === 'object') return [objectClass(system, type)];
    return type.kind === 'union' ? [unionClass(system, type)] : [];
  });
}
