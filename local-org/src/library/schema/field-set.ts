import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type { FieldModel, ObjectModel } from '../../schema/model.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';
import { listOf } from './collections.ts';
import { displayType } from './describe-field.ts';
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

export const fieldSetClass = libraryClass({
  name: 'Schema.FieldSet',
  properties: {
    Fields: { get: (token: FieldSetToken) => listOf('Schema.FieldSetMember', members(token)) },
  },
  methods: {
    'getName()': (token: FieldSetToken) => token.set.name,
    'getLabel()': (token: FieldSetToken) => token.set.label,
    'getNameSpace()': () => currentTransaction().schema.namespace,
    'getFields()': (token: FieldSetToken) => listOf('Schema.FieldSetMember', members(token)),
    'getSObjectType()': (token: FieldSetToken) => tokenOf(token.object),
  },
});

export const fieldSetMemberClass = libraryClass({
  name: 'Schema.FieldSetMember',
  methods: {
    'getFieldPath()': (member: FieldSetMember) => member.path,
    'getLabel()': (member: FieldSetMember) => member.field.label,
    'getRequired()': (member: FieldSetMember) => member.isRequired,
    'getDbRequired()': (member: FieldSetMember) => !member.field.isNillable,
    'getType()': (member: FieldSetMember) => displayType(member.field.type),
    'getSObjectField()': (member: FieldSetMember) => fieldTokenOf(member.object, member.field),
  },
});
