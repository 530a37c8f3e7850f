import type { ObjectModel } from '../schema/model.ts';
import { withoutNamespace } from './layout.ts';
import type { PageSources } from './sources.ts';

/** A button of a list view: a web link of type mass action. */
export interface ListButton {
  readonly name: string;
  readonly label: string;
  readonly url: string;
  /** Whether rows can be ticked for it. */
  readonly needsSelection: boolean;
}

/** The list buttons that the object's list views have, else all that the object has. */
export function listButtonsOf(sources: PageSources, object: ObjectModel): ListButton[] {
  const folder = withoutNamespace(object.name).toLowerCase();
  const node = sources.find('object', folder)?.node;
  const files = sources.all('webLink').filter((source) => source.object.toLowerCase() === folder);
  const links = [
    ...files.map(({ name, node: link }) => ({ name, link })),
    ...(node?.list('webLinks') ?? []).map((link) => ({ name: link.text('fullName') ?? '', link })),
  ];
  const placed = node?.child('searchLayouts')?.texts('listViewButtons') ?? [];
  return links
    .filter(({ name, link }) => link.text('displayType') === 'massActionButton' && isPlaced(name, placed))
    .map(({ name, link }) => ({
      name,
      label: link.text('masterLabel') ?? name,
      url: link.text('url') ?? '',
      needsSelection: link.flag('requireRowSelection'),
    }));
}

function isPlaced(name: string, placed: readonly string[]): boolean {
  return placed.length === 0 || placed.includes(name);
}
