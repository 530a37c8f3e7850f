import type { FieldModel, ObjectModel, OrgSchema } from '../schema/model.ts';
import type { PageSources } from './sources.ts';
import type { PageContext } from './visibility.ts';

/** What composing a page for one record and user needs. */
export interface PageScope {
  readonly sources: PageSources;
  readonly schema: OrgSchema;
  readonly object: ObjectModel;
  readonly context: PageContext;
  mayReadObject(object: ObjectModel): boolean;
  mayReadField(object: ObjectModel, field: FieldModel): boolean;
}

/** The field's own spelling; null when it does not exist or the user may not read it. */
export function readableField(scope: PageScope, name: string, object = scope.object): string | null {
  const field = object.fields.get(name.toLowerCase());
  return field && scope.mayReadField(object, field) ? field.name : null;
}
