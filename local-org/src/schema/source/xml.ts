import { readFileSync } from 'node:fs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { DiagnosticSink } from '../../diagnostics/diagnostic.ts';

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
});

/** One element of a metadata file. Reading what is not there gives null, an empty list or false. */
export class XmlNode {
  readonly #content: unknown;

  constructor(content: unknown) {
    this.#content = content;
  }

  /** The text of the child element; null when it is missing or empty. */
  text(name: string): string | null {
    return this.list(name)[0]?.content() ?? null;
  }

  /** The number in the child element. */
  number(name: string): number | null {
    const text = this.text(name);
    return text === null || Number.isNaN(Number(text)) ? null : Number(text);
  }

  /** The child element says `true`. */
  flag(name: string): boolean {
    return this.text(name)?.trim() === 'true';
  }

  child(name: string): XmlNode | null {
    return this.list(name)[0] ?? null;
  }

  list(name: string): XmlNode[] {
    const value = this.#member(name);
    if (value === undefined) return [];
    return (Array.isArray(value) ? value : [value]).map((item) => new XmlNode(item));
  }

  /** The texts of all child elements of that name. */
  texts(name: string): string[] {
    return this.list(name).flatMap((node) => node.content() ?? []);
  }

  /** The text of this element; null when it is empty. */
  content(): string | null {
    const text = typeof this.#content === 'object' ? this.#member('#text') : this.#content;
    return typeof text === 'string' && text !== '' ? text : null;
  }

  attribute(name: string): string | null {
    const value = this.#member(`@${name}`);
    return typeof value === 'string' ? value : null;
  }

  #member(name: string): unknown {
    if (typeof this.#content !== 'object' || this.#content === null) return undefined;
    return (this.#content as Record<string, unknown>)[name];
  }
}

/** Reads a metadata file whose root element is `root`. Reports what is wrong with it and gives null. */
export function readXml(path: string, file: string, root: string, sink: DiagnosticSink): XmlNode | null {
  const text = readFileSync(path, 'utf8');
  const validity = XMLValidator.validate(text);
  if (validity !== true) {
    report(
      sink,
      file,
      `This is not well-formed XML: ${validity.err.msg}`,
      validity.err.line,
      validity.err.col,
    );
    return null;
  }
  const node = new XmlNode(PARSER.parse(text)).child(root);
  if (!node) report(sink, file, `The root element ${root} is missing.`);
  return node;
}

/** Reports an error in a metadata file; line and column count from 1. */
export function report(sink: DiagnosticSink, file: string, message: string, line = 1, column = 1): void {
  const span = { line, column, start: 0, end: 0 };
  sink.report({ code: 'metadata/invalid', file, span, message, severity: 'error' });
}
