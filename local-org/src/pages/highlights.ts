import { readFileSync } from 'node:fs';
import type { ObjectModel } from '../schema/model.ts';
import { withoutNamespace } from './layout.ts';
import { readableField, type PageScope } from './page-scope.ts';

/** The platform's own compact layouts of standard objects. */
const STANDARD = JSON.parse(
  readFileSync(new URL('./compact-layouts.json', import.meta.url), 'utf8'),
) as Record<string, readonly string[]>;

/** The fields at the top of a record's page: those of the compact layout, the name first. */
export function highlightsOf(scope: PageScope): string[] {
  const fields = ownLayout(scope) ?? STANDARD[scope.object.name] ?? [nameFieldOf(scope.object)];
  return fields.flatMap((name) => readableField(scope, name) ?? []);
}

/** The field that a record is called by. */
export function nameFieldOf(object: ObjectModel): string {
  const named = [...object.fields.values()].find((field) => field.isNameField);
  return named?.name ?? 'Id';
}

function ownLayout({ sources, object }: PageScope): readonly string[] | null {
  const name = withoutNamespace(object.name).toLowerCase();
  const assigned = sources.find('object', name)?.node.text('compactLayoutAssignment');
  const own = sources.all('compactLayout').filter((source) => source.object.toLowerCase() === name);
  const chosen = assigned ? own.find((source) => source.name === assigned) : own[0];
  return chosen ? chosen.node.texts('fields') : null;
}
