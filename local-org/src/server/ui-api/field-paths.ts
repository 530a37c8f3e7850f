import { nameFieldOf } from '../../pages/highlights.ts';
import { lookupTarget } from '../../pages/lookup-target.ts';
import type { FieldModel, ObjectModel } from '../../schema/model.ts';
import { HttpError } from '../back/reply.ts';
import type { Session } from './session.ts';

/** Steps from an object to a field: lookups, then the field itself. */
export interface FieldPath {
  readonly lookups: readonly FieldModel[];
  readonly field: FieldModel;
}

const ADDRESS_PARTS = ['Street', 'City', 'State', 'PostalCode', 'Country', 'StateCode', 'CountryCode'];

/** `Account.Owner.Name` or `Owner.Name`, seen from Account. Null for what does not exist or may not be read. */
export function findPath(session: Session, object: ObjectModel, text: string): FieldPath | null {
  const parts = text.split('.');
  const isPrefixed = parts.length > 1 && session.schema.object(parts[0] ?? '')?.name === object.name;
  const steps = isPrefixed ? parts.slice(1) : parts;
  return walk(session, object, steps);
}

function last(parts: readonly string[]): string {
  return (parts.at(-1) ?? '').toLowerCase();
}

function walk({ schema, rights }: Session, object: ObjectModel, steps: readonly string[]): FieldPath | null {
  const lookups: FieldModel[] = [];
  let at = object;
  for (const step of steps.slice(0, -1)) {
    const lookup = at.parentRelationships.get(step.toLowerCase());
    const target = lookup && lookupTarget(schema, lookup);
    if (!lookup || !target || !rights.mayReadField(at, lookup) || !rights.mayReadObject(target)) return null;
    lookups.push(lookup);
    at = target;
  }
  const field = at.fields.get(last(steps));
  return field && rights.mayReadField(at, field) ? { lookups, field } : null;
}

/** Throws `HttpError` for a path that `findPath` does not find. */
export function needPath(session: Session, object: ObjectModel, text: string): FieldPath {
  const path = findPath(session, object, text);
  if (path) return path;
  throw new HttpError(400, 'INVALID_FIELD', `No such column '${text}' on sobject of type ${object.name}`);
}

/** As SOQL writes it. */
export function textOfPath({ lookups, field }: FieldPath): string {
  return [...lookups.map((lookup) => lookup.reference?.relationshipName ?? lookup.name), field.name].join(
    '.',
  );
}

/** What to select for a path: an address is its parts. */
export function selectable(path: FieldPath, object: ObjectModel): FieldPath[] {
  if (path.field.type !== 'ADDRESS' || path.lookups.length)
    return path.field.type === 'ADDRESS' ? [] : [path];
  const stem = path.field.name.replace(/Address$/, '');
  return ADDRESS_PARTS.flatMap((part) => {
    const field = object.fields.get((stem + part).toLowerCase());
    return field ? [{ lookups: [], field }] : [];
  });
}

/** The path to the name of what a lookup points to: `OwnerId` to `Owner.Name`. Null for anything but a lookup. */
export function namePathOf({ schema, rights }: Session, field: FieldModel): FieldPath | null {
  const target = field.reference?.relationshipName ? lookupTarget(schema, field) : null;
  if (!target || !rights.mayReadObject(target)) return null;
  const name = target.fields.get(nameFieldOf(target).toLowerCase());
  return name ? { lookups: [field], field: name } : null;
}
