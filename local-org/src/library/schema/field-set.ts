import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type { FieldModel, ObjectModel } from '../../schema/model.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type Value } from '../library.ts';
import { printedByGetters } from '../objects/printed.ts';
import { listOf } from './collections.ts';
import { displayType } from './describe-field.ts';
import { getterProperties } from './getter-properties.ts';
import { type FieldSetToken, fieldTokenOf, tokenOf } from './tokens.ts';

class FieldSetMember extends PlatformObject {
  readonly path: string;
  readonly isRequired: boolean;
  readonly object: ObjectModel;
  readonly field: FieldModel;

  constructor(path: string, isRequired: boolean, object: ObjectModel, field: FieldModel) {
    super();
    this.path = path;
    this.isRequired = isRequired;
    this.object = object;
    this.field = field;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Schema.FieldSetMember');
  }
}

/** Follows `Owner.Name` to the object and field that it ends at; null when the path leads nowhere. */
function follow(object: ObjectModel, path: string): { object: ObjectModel; field: FieldModel } | null {
  const [head = '', ...rest] = path.split('.');
  if (!rest.length) {
    const field = object.fields.get(head.toLowerCase());
    return field ? { object, field } : null;
  }
  const target = object.parentRelationships.get(head.toLowerCase())?.reference?.to[0];
  const parent = target ? currentTransaction().schema.object(target) : null;
  return parent ? follow(parent, rest.join('.')) : null;
}

function members(token: FieldSetToken): FieldSetMember[] {
  return token.set.fields.flatMap(({ path, isRequired }) => {
    const end = follow(token.object, path);
    return end ? [new FieldSetMember(path, isRequired, end.object, end.field)] : [];
  });
}

type Getters<T> = Readonly<Record<string, (value: T) => Value>>;

const setGetters: Getters<FieldSetToken> = {
  'getDescription()': (token) => token.set.description,
  'getFields()': (token) => listOf('Schema.FieldSetMember', members(token)),
  'getLabel()': (token) => token.set.label,
  'getName()': (token) => token.set.name,
  'getNameSpace()': () => currentTransaction().schema.namespace,
  'getSObjectType()': (token) => tokenOf(token.object),
};

export const fieldSetClass = printedByGetters(
  libraryClass({ name: 'Schema.FieldSet', methods: setGetters, properties: getterProperties(setGetters) }),
);

const memberGetters: Getters<FieldSetMember> = {
  'getDbRequired()': (member) => !member.field.isNillable,
  'getFieldPath()': (member) => member.path,
  'getLabel()': (member) => member.field.label,
  'getRequired()': (member) => member.isRequired,
  'getType()': (member) => displayType(member.field.type),
};

export const fieldSetMemberClass = printedByGetters(
  libraryClass({
    name: 'Schema.FieldSetMember',
    methods: {
      ...memberGetters,
      'getSObjectField()': (member: FieldSetMember) => fieldTokenOf(member.object, member.field),
    },
    properties: getterProperties(memberGetters),
  }),
);
