import type { XmlNode } from '../schema/source/xml.ts';
import { componentName } from './actions.ts';
import type { Source } from './sources.ts';

/** A screen flow whose screens hold Lightning components only. */
export interface FlowModel {
  readonly label: string;
  /** In the order in which they follow each other. */
  readonly screens: readonly FlowScreen[];
  readonly variables: readonly FlowVariable[];
}

export interface FlowScreen {
  readonly name: string;
  readonly label: string;
  readonly showHeader: boolean;
  /** Without it there are no buttons: a component leads on by itself. */
  readonly showFooter: boolean;
  readonly components: readonly FlowComponent[];
}

export interface FlowComponent {
  readonly component: string;
  readonly properties: Readonly<Record<string, FlowValue>>;
  /** Properties that go back into variables. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** A literal, or the variable that holds the value. */
export type FlowValue = string | number | boolean | { readonly variable: string };

export interface FlowVariable {
  readonly name: string;
  readonly type: string;
  readonly isCollection: boolean;
  readonly isInput: boolean;
  readonly isOutput: boolean;
}

/** What runs in a flow and the local org can't; names of elements in the Metadata API. */
const UNSUPPORTED = [
  'actionCalls',
  'apexPluginCalls',
  'assignments',
  'collectionProcessors',
  'decisions',
  'loops',
  'recordCreates',
  'recordDeletes',
  'recordLookups',
  'recordUpdates',
  'subflows',
  'transforms',
  'waits',
];

/** Throws, with the element’s name, for a flow that has more than screens of Lightning components. */
export function readFlow({ name, node }: Source): FlowModel {
  for (const kind of UNSUPPORTED) {
    const [first] = node.list(kind);
    if (first) refuse(name, `${kind} (${first.text('name') ?? ''})`);
  }
  return {
    label: node.text('label') ?? name,
    screens: inOrder(node).map((screen) => readScreen(name, screen)),
    variables: node.list('variables').map((variable) => ({
      name: variable.text('name') ?? '',
      type: variable.text('dataType') ?? 'String',
      isCollection: variable.flag('isCollection'),
      isInput: variable.flag('isInput'),
      isOutput: variable.flag('isOutput'),
    })),
  };
}

function refuse(flow: string, what: string): never {
  throw new Error(
    `The flow ${flow} has ${what}. The local org runs flows whose screens hold Lightning web components, nothing else.`,
  );
}

function inOrder(node: XmlNode): XmlNode[] {
  const screens = new Map(node.list('screens').map((screen) => [screen.text('name') ?? '', screen]));
  const start =
    node.child('start')?.child('connector')?.text('targetReference') ?? node.text('startElementReference');
  const ordered: XmlNode[] = [];
  const seen = new Set<string>();
  for (let next = start; next && !seen.has(next);) {
    seen.add(next);
    const screen = screens.get(next);
    if (!screen) break;
    ordered.push(screen);
    next = screen.child('connector')?.text('targetReference') ?? null;
  }
  return ordered.length ? ordered : [...screens.values()];
}

function readScreen(flow: string, node: XmlNode): FlowScreen {
  const name = node.text('name') ?? '';
  return {
    name,
    label: node.text('label') ?? name,
    showHeader: node.text('showHeader') !== 'false',
    showFooter: node.text('showFooter') !== 'false',
    components: node.list('fields').map((field) => readComponent(flow, field)),
  };
}

function readComponent(flow: string, node: XmlNode): FlowComponent {
  const extension = node.text('extensionName');
  if (extension === null)
    return refuse(flow, `a field ${node.text('name') ?? ''} of type ${node.text('fieldType')}`);
  if (/^(?:flowruntime|forceContent|flow):/.test(extension))
    return refuse(flow, `the component ${extension}`);
  const inputs = node
    .list('inputParameters')
    .map((item) => [item.text('name') ?? '', valueOf(flow, item)] as const);
  const outputs = node
    .list('outputParameters')
    .map((item) => [item.text('name') ?? '', item.text('assignToReference') ?? ''] as const);
  return {
    component: componentName(extension),
    properties: Object.fromEntries(inputs),
    outputs: Object.fromEntries(outputs),
  };
}

function valueOf(flow: string, item: XmlNode): FlowValue {
  const value = item.child('value');
  const variable = value?.text('elementReference');
  if (variable) return { variable: variable.replace(/^\{!(.*)\}$/, '$1') };
  const text = value?.text('stringValue');
  if (text !== null && text !== undefined) return text;
  const number = value?.number('numberValue');
  if (number !== null && number !== undefined) return number;
  const flag = value?.text('booleanValue');
  if (flag !== null && flag !== undefined) return flag === 'true';
  return refuse(flow, `a value for ${item.text('name') ?? ''} that is no text, number, checkbox or variable`);
}
