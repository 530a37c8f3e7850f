import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { throwApex } from '../../runtime/faults.ts';
import { XmlNode } from './node.ts';

/** An element, a text or a comment as the parser gives it: its name is the one key beside the attributes. */
type Parsed = Readonly<Record<string, unknown>>;

const [ATTRIBUTES, TEXT, COMMENT, CDATA] = [':@', '#text', '#comment', '#cdata'];

const MARK = '=';

/** The parser asks twice for an empty element. */
function marked(name: string): string {
  return name.startsWith(MARK) ? name : `${MARK}${name}`;
}

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  allowBooleanAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
  commentPropName: COMMENT,
  cdataPropName: CDATA,
  // The parser refuses names such as `constructor` and would rename `toString`.
  transformTagName: marked,
  transformAttributeName: marked,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** The root element of an XML text. Throws `System.XmlException`. */
export function parseXml(text: string): XmlNode {
  const validity = XMLValidator.validate(text);
  if (validity !== true) {
    const { line, col, msg } = validity.err;
    return refuse(`ParseError at [row,col]:[${line},${col}] Message: ${msg}`);
  }
  const parent = new XmlNode('ELEMENT', '');
  for (const item of PARSER.parse(text) as Parsed[]) add(item, parent);
  const [root] = parent.elements();
  if (!root) return refuse('ParseError at [row,col]:[1,1] Message: Premature end of file.');
  root.parent = null;
  return root;
}

function refuse(reason: string): never {
  return throwApex('System.XmlException', `Failed to parse XML due to: ${reason}`);
}

function add(item: Parsed, parent: XmlNode): void {
  for (const [name, content] of Object.entries(item)) {
    if (name === TEXT) parent.append(new XmlNode('TEXT', String(content)));
    else if (name === CDATA) parent.append(new XmlNode('TEXT', textIn(content)));
    else if (name === COMMENT) parent.append(new XmlNode('COMMENT', textIn(content)));
    else if (name !== ATTRIBUTES) addElement(name.slice(MARK.length), item, parent);
  }
}

function textIn(content: unknown): string {
  return (content as Parsed[]).map((part) => String(part[TEXT] ?? '')).join('');
}

function addElement(name: string, item: Parsed, parent: XmlNode): void {
  const attributes = Object.entries((item[ATTRIBUTES] ?? {}) as Record<string, string>).map(
    ([key, value]) => [key.slice(MARK.length), value] as const,
  );
  const scope = new XmlNode('ELEMENT', '');
  scope.parent = parent;
  for (const [key, value] of attributes) {
    if (isDeclaration(key)) scope.declared.set(key.slice('xmlns:'.length), value);
  }
  const { local, namespace } = resolve(name, scope, scope.namespaceFor(''));
  const element = parent.append(new XmlNode('ELEMENT', local, namespace || null));
  for (const [prefix, declared] of scope.declared) element.declared.set(prefix, declared);
  for (const [key, value] of attributes) {
    if (!isDeclaration(key)) addAttribute(element, key, value);
  }
  for (const child of item[marked(name)] as Parsed[]) add(child, element);
}

function isDeclaration(attribute: string): boolean {
  return attribute === 'xmlns' || attribute.startsWith('xmlns:');
}

function addAttribute(element: XmlNode, key: string, text: string): void {
  const { local: name, namespace } = resolve(key, element, null);
  const value = resolve(text, element, null, true);
  element.attributes.push({ name, namespace, value: value.local, valueNamespace: value.namespace });
}

/** Takes `prefix:local` apart. Of a value the prefix has to be one that is declared: `http://...` is none. */
function resolve(
  name: string,
  scope: XmlNode,
  unprefixed: string | null,
  isValue = false,
): { readonly local: string; readonly namespace: string | null } {
  const at = name.indexOf(':');
  if (at < 0) return { local: name, namespace: unprefixed };
  const prefix = name.slice(0, at);
  const namespace = scope.namespaceFor(prefix);
  if (namespace !== null) return { local: name.slice(at + 1), namespace };
  if (isValue) return { local: name, namespace: null };
  return refuse(`The prefix "${prefix}" of "${name}" is not bound.`);
}
