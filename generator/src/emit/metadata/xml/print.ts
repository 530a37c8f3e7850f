/** Metadata in the layout in which Salesforce returns it: four spaces, `fullName` first, the rest by name. */
import { escapeXml } from './escape.ts';
import type { MetadataTypes, Source } from './source.ts';
import { TypedValue } from './typed-value.ts';

type Node =
  string | number | boolean | TypedValue | readonly Node[] | { readonly [name: string]: Node | undefined };

const step = '    ';
const schema = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const typedSchema = `${schema} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"`;

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  if (a === 'fullName') return -1;
  if (b === 'fullName') return 1;
  return a < b ? -1 : 1;
}

function typedLine(name: string, { type, text }: TypedValue): string {
  if (type === undefined) return `<${name} xsi:nil="true"/>`;
  return `<${name} xsi:type="${type}">${escapeXml(text)}</${name}>`;
}

function lines(name: string, node: Node | undefined, indent: string): string[] {
  if (node === undefined) return [];
  if (Array.isArray(node)) return (node as readonly Node[]).flatMap((item) => lines(name, item, indent));
  if (node instanceof TypedValue) return [indent + typedLine(name, node)];
  if (typeof node !== 'object') return [`${indent}<${name}>${escapeXml(String(node))}</${name}>`];
  const inside = childLines(node as { readonly [name: string]: Node | undefined }, indent + step);
  if (inside.length === 0) return [`${indent}<${name}/>`];
  return [`${indent}<${name}>`, ...inside, `${indent}</${name}>`];
}

function childLines(node: { readonly [name: string]: Node | undefined }, indent: string): string[] {
  return Object.entries(node)
    .sort(byName)
    .flatMap(([name, child]) => lines(name, child, indent));
}

/** A metadata file. The compiler refuses an element that the type does not have, and a wrong value of an enumeration. */
export function printMetadata<Type extends keyof MetadataTypes>(
  type: Type,
  content: Source<MetadataTypes[Type]>,
): string {
  const attributes = type === 'CustomMetadata' ? typedSchema : schema;
  const inside = childLines(content as { readonly [name: string]: Node | undefined }, step);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${type} ${attributes}>`,
    ...inside,
    `</${type}>`,
    '',
  ].join('\n');
}
