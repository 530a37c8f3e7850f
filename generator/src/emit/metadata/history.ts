import type { FieldModel, ObjectModel } from '../../model/model.ts';
import { isStamp } from './field-owners.ts';

/** The platform tracks at most this many fields of an object. */
const trackedAtMost = 20;

/** Computed values have no history, of a long text only the fact of a change is kept, a detail keeps its master. */
const untracked: ReadonlySet<FieldModel['type']> = new Set([
  'Formula',
  'Summary',
  'LongTextArea',
  'MasterDetail',
]);

/** Whether the history of the record's own name is kept: a number from the platform never changes. */
export const tracksName = ({ history, nameField }: ObjectModel): boolean =>
  history && nameField.type === 'Text';

/** Fields whose history is kept: the first that can be, as the object declares them. Stamps would only fill it. */
export function trackedFields(object: ObjectModel): ReadonlySet<string> {
  if (!object.history) return new Set();
  const room = trackedAtMost - (tracksName(object) ? 1 : 0);
  const possible = object.fields.filter((field) => !untracked.has(field.type) && !isStamp(field));
  return new Set(possible.slice(0, room).map(({ name }) => name));
}
