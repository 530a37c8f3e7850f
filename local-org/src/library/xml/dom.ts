import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { enumValue } from '../../values/enum.ts';
import { PlatformObject } from '../../values/value.ts';
import { required } from '../collections/arguments.ts';
import { libraryClass, type LibraryClass, type Value } from '../library.ts';
import { listOf } from '../schema/collections.ts';
import { type XmlAttribute, XmlNode } from './node.ts';
import { parseXml } from './parse.ts';
import { attributeText, writeDocument } from './write.ts';

/** `Dom.Document` */
export class XmlDocument extends PlatformObject {
  root: XmlNode | null = null;

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Dom.Document');
  }

  /** Throws `System.XmlException` for what is no XML. */
  static of(text: string): XmlDocument {
    const document = new XmlDocument();
    document.root = parseXml(text);
    return document;
  }

  toXml(): string {
    return this.root ? writeDocument(this.root) : throwApex('System.XmlException', 'The document is empty.');
  }
}

function element(name: string | null, namespace: string | null, parent: XmlNode | null): XmlNode {
  const node = new XmlNode('ELEMENT', required(name), namespace);
  return parent ? parent.append(node) : node;
}

/** A new element with its namespace declared where that is needed. */
function declared(node: XmlNode, prefix: string | null): XmlNode {
  if (node.namespace !== null) node.declare(node.namespace, prefix);
  return node;
}

function find(node: XmlNode, key: string, namespace: string | null): XmlAttribute | null {
  const wanted = namespace || null;
  return node.attributes.find((each) => each.name === key && each.namespace === wanted) ?? null;
}

function at(node: XmlNode, index: number): XmlAttribute {
  return node.attributes[index] ?? throwApex('System.ListException', `List index out of bounds: ${index}`);
}

function remove(node: XmlNode, key: string, namespace: string | null): boolean {
  const found = find(node, key, namespace);
  if (found) node.attributes.splice(node.attributes.indexOf(found), 1);
  return found !== null;
}

function setAttribute(
  node: XmlNode,
  key: string | null,
  value: string | null,
  namespace: string | null = null,
  valueNamespace: string | null = null,
): void {
  const attribute: XmlAttribute = {
    name: required(key),
    value: required(value),
    namespace: namespace || null,
    valueNamespace: valueNamespace || null,
  };
  for (const each of [attribute.namespace, attribute.valueNamespace])
    if (each !== null) node.declare(each, null);
  const before = find(node, attribute.name, attribute.namespace);
  if (before) node.attributes[node.attributes.indexOf(before)] = attribute;
  else node.attributes.push(attribute);
}

/** Takes the node out of where it was. Throws `System.XmlException` for a reference that is no child. */
function insertBefore(node: XmlNode, child: XmlNode | null, reference: XmlNode | null): XmlNode {
  const added = required(child);
  removeChild(added.parent, added);
  const position = reference === null ? node.children.length : node.children.indexOf(reference);
  if (position < 0) throwApex('System.XmlException', 'The reference node is no child of this node.');
  added.parent = node;
  node.children.splice(position, 0, added);
  return added;
}

function removeChild(node: XmlNode | null, child: XmlNode): boolean {
  const position = node?.children.indexOf(child) ?? -1;
  if (position < 0) return false;
  node?.children.splice(position, 1);
  child.parent = null;
  return true;
}

const nodes = (list: readonly XmlNode[]): Value => listOf('Dom.XmlNode', [...list]);

export const domClasses: readonly LibraryClass[] = [
  libraryClass({ name: 'Dom.XmlNodeType', isEnum: true }),
  libraryClass({
    name: 'Dom.Document',
    constructors: { '()': () => new XmlDocument() },
    methods: {
      'createRootElement(String,String,String)': (document: XmlDocument, name, namespace, prefix) =>
        (document.root = declared(element(name, namespace, null), prefix)),
      'getRootElement()': (document: XmlDocument) => document.root,
      'load(String)': (document: XmlDocument, text) => void (document.root = parseXml(required(text))),
      'toXmlString()': (document: XmlDocument) => document.toXml(),
    },
  }),
  libraryClass({
    name: 'Dom.XmlNode',
    methods: {
      'addChildElement(String,String,String)': (node: XmlNode, name, namespace, prefix) =>
        declared(element(name, namespace, node), prefix),
      'addCommentNode(String)': (node: XmlNode, text) => node.append(new XmlNode('COMMENT', required(text))),
      'addTextNode(String)': (node: XmlNode, text) => node.append(new XmlNode('TEXT', required(text))),
      'getAttribute(String,String)': (node: XmlNode, key, namespace) => {
        const found = find(node, key, namespace);
        return found && attributeText(found, node);
      },
      'getAttributeCount()': (node: XmlNode) => node.attributes.length,
      'getAttributeKeyAt(Integer)': (node: XmlNode, index) => at(node, index).name,
      'getAttributeKeyNsAt(Integer)': (node: XmlNode, index) => at(node, index).namespace,
      'getAttributeValue(String,String)': (node: XmlNode, key, namespace) =>
        find(node, key, namespace)?.value ?? null,
      'getAttributeValueNs(String,String)': (node: XmlNode, key, namespace) =>
        find(node, key, namespace)?.valueNamespace ?? null,
      'getChildElement(String,String)': (node: XmlNode, name, namespace) =>
        node.elements().find((each) => each.name === name && each.namespace === (namespace || null)) ?? null,
      'getChildElements()': (node: XmlNode) => nodes(node.elements()),
      'getChildren()': (node: XmlNode) => nodes(node.children),
      'getName()': (node: XmlNode) => node.name,
      'getNamespace()': (node: XmlNode) => node.namespace,
      'getNamespaceFor(String)': (node: XmlNode, prefix) => node.namespaceFor(required(prefix)),
      'getNodeType()': (node: XmlNode) =>
        enumValue(currentTransaction().program.type('Dom.XmlNodeType'), node.kind),
      'getParent()': (node: XmlNode) => node.parent,
      'getPrefixFor(String)': (node: XmlNode, namespace) => node.prefixFor(required(namespace)),
      'getText()': (node: XmlNode) => node.ownText(),
      'insertBefore(Object,Object)': insertBefore,
      'removeAttribute(String,String)': remove,
      'removeChild(Object)': (node: XmlNode, child) => removeChild(node, required(child)),
      'setAttribute(String,String)': (node: XmlNode, key, value) => setAttribute(node, key, value),
      'setAttributeNs(String,String,String,String)': setAttribute,
      'setNamespace(String,String)': (node: XmlNode, prefix, namespace) =>
        void node.declared.set(prefix ?? '', required(namespace)),
    },
  }),
];
