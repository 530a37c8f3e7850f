import type { XmlAttribute, XmlNode } from './node.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => ESCAPES[character]!);
}

export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}

/** The whole document that a root element makes. */
export function writeDocument(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${write(root)}`;
}

function write(node: XmlNode): string {
  if (node.kind === 'TEXT') return escapeText(node.text ?? '');
  if (node.kind === 'COMMENT') return `<!--${node.text}-->`;
  const name = qualified(node.name ?? '', node.namespace, node);
  const declarations = [...node.declared].map(
    ([prefix, namespace]) =>
      ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escapeAttribute(namespace)}"`,
  );
  const attributes = node.attributes.map((attribute) => {
    const key = qualified(attribute.name, attribute.namespace, node);
    return ` ${key}="${escapeAttribute(attributeText(attribute, node))}"`;
  });
  const start = `<${name}${declarations.join('')}${attributes.join('')}`;
  return node.children.length === 0
    ? `${start}/>`
    : `${start}>${node.children.map(write).join('')}</${name}>`;
}

/** With the prefix that a value has when it is a qualified name. */
export function attributeText({ value, valueNamespace }: XmlAttribute, node: XmlNode): string {
  return qualified(value, valueNamespace, node);
}

function qualified(local: string, namespace: string | null, node: XmlNode): string {
  const prefix = namespace === null ? '' : (node.prefixFor(namespace) ?? '');
  return prefix === '' ? local : `${prefix}:${local}`;
}
