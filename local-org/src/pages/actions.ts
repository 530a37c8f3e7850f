import type { XmlNode } from '../schema/source/xml.ts';
import { layoutOf, withoutNamespace } from './layout.ts';
import type { PageAction, UnsupportedAction } from './model.ts';
import type { PageScope } from './page-scope.ts';
import type { Source } from './sources.ts';

/** Standard actions that the local org has, with their labels. */
const STANDARD: Readonly<Record<string, string>> = { Edit: 'Edit', Delete: 'Delete' };

/**
 * The actions of a record's page: those that the highlights panel names, else those of the layout, else all of the
 * object's quick actions. Standard actions that the local org does not have are left out.
 */
export function actionsOf(
  scope: PageScope,
  configured: readonly string[] | null,
): (PageAction | UnsupportedAction)[] {
  const names = configured ?? layoutOf(scope.sources, scope.object)?.actions ?? allActions(scope);
  return names.flatMap((name) => actionNamed(scope, name) ?? []);
}

function allActions({ sources, object }: PageScope): string[] {
  const start = `${withoutNamespace(object.name)}.`.toLowerCase();
  const own = sources.all('quickAction').filter(({ name }) => name.toLowerCase().startsWith(start));
  return [...own.map(({ name }) => name), ...Object.keys(STANDARD)];
}

function actionNamed({ sources }: PageScope, name: string): PageAction | UnsupportedAction | null {
  const label = STANDARD[name];
  if (label !== undefined) return { name, label };
  const source = sources.find('quickAction', name);
  return source && quickAction(source);
}

function quickAction({ name, node }: Source): PageAction | UnsupportedAction {
  const label = node.text('label') ?? name;
  const type = node.text('type') ?? '';
  if (type !== 'LightningWebComponent') return { name, label, unsupported: `A quick action of type ${type}` };
  return {
    name,
    label,
    type: subtype(node),
    component: componentName(node.text('lightningWebComponent') ?? ''),
  };
}

function subtype(node: XmlNode): 'ScreenAction' | 'Action' {
  return node.text('actionSubtype') === 'Action' ? 'Action' : 'ScreenAction';
}

/** `c:orderPanel`, `acme__orderPanel` and `orderPanel` are the same component here. */
export function componentName(name: string): string {
  return name.replace(/^(?:[A-Za-z]\w*?:|[A-Za-z]\w*?__)/, '');
}
