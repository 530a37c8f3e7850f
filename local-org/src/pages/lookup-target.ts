import type { FieldModel, ObjectModel, OrgSchema } from '../schema/model.ts';

/** The object that a lookup's name is read from: of an owner, who may be a queue, the user. */
export function lookupTarget(schema: OrgSchema, { reference }: FieldModel): ObjectModel | null {
  const to = reference?.to ?? [];
  return schema.object((to.includes('User') ? 'User' : to[0]) ?? '');
}
