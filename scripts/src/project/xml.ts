import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** One element with its place in the file. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly inside, entities resolved, white space kept. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** A text that is not well-formed XML. */
export class XmlFault extends Error {
  override readonly name = 'XmlFault';
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

type RawNode = Record<string | symbol, unknown>;

const META = XMLParser.getMetaDataSymbol() as symbol;
const ATTRIBUTES = ':@';

const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  htmlEntities: true,
});

/** Parses a metadata file and returns its root element. Throws XmlFault. */
export function readXml(text: string): XmlElement {
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new XmlFault(valid.err.msg, valid.err.line, valid.err.col);
  const lines = lineStarts(text);
  const [root, ...more] = (parser.parse(text) as RawNode[]).flatMap((node) => toElement(node, lines) ?? []);
  if (!root || more.length > 0) throw new XmlFault('The file must have exactly one root element.', 1, 1);
  return root;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function place(offset: number, starts: readonly number[]): { line: number; column: number } {
  const line = starts.findLastIndex((start) => start <= offset);
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}

function toElement(node: RawNode, lines: readonly number[]): XmlElement | undefined {
  const name = Object.keys(node).find((key) => key !== ATTRIBUTES);
  if (!name || name === '#text') return undefined;
  const inside = node[name] as RawNode[];
  const meta = node[META] as { startIndex: number };
  return {
    name,
    attributes: (node[ATTRIBUTES] ?? {}) as Record<string, string>,
    children: inside.flatMap((child) => toElement(child, lines) ?? []),
    text: inside.map((child) => String(child['#text'] ?? '')).join(''),
    ...place(meta.startIndex, lines),
  };
}

/** The children of that name, in the order of the file. */
export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

/** The trimmed text of the first child of that name. */
export function value(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.text.trim();
}

/** All elements below, at any depth, for which the test holds. */
export function* below(element: XmlElement): Generator<XmlElement> {
  for (const inner of element.children) {
    yield inner;
    yield* below(inner);
  }
}
