import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { enumValue } from '../../values/enum.ts';
import { PlatformObject } from '../../values/value.ts';
import { required } from '../collections/arguments.ts';
import { libraryClass } from '../library.ts';
import type { XmlAttribute, XmlNode } from './node.ts';
import { parseXml } from './parse.ts';
import { attributeText } from './write.ts';

/** By the constant of `System.XmlTag`: the number that `next()` gives, those of StAX. */
const NUMBERS = {
  START_ELEMENT: 1,
  END_ELEMENT: 2,
  CHARACTERS: 4,
  COMMENT: 5,
  START_DOCUMENT: 7,
  END_DOCUMENT: 8,
} as const;

interface XmlEvent {
  readonly tag: keyof typeof NUMBERS;
  readonly node: XmlNode | null;
}

/** `System.XmlStreamReader`: the tags of a text, one after the other. */
export class XmlStreamReader extends PlatformObject {
  readonly #events: readonly XmlEvent[];
  #position = 0;

  constructor(text: string) {
    super();
    const root = parseXml(text);
    this.#events = [
      { tag: 'START_DOCUMENT', node: null },
      ...eventsOf(root),
      { tag: 'END_DOCUMENT', node: null },
    ];
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.XmlStreamReader');
  }

  get event(): XmlEvent {
    return this.#events[this.#position]!;
  }

  get hasNext(): boolean {
    return this.#position < this.#events.length - 1;
  }

  next(): number {
    if (!this.hasNext) throwApex('System.NoSuchElementException', 'The end of the document is reached.');
    this.#position++;
    return NUMBERS[this.event.tag];
  }

  /** Goes on to a start or an end, over blanks and comments. Throws `System.XmlException` for other text. */
  nextTag(): number {
    this.next();
    while (this.event.tag === 'COMMENT' || this.isBlank) this.next();
    if (!this.isElement) throwApex('System.XmlException', 'expected start or end tag');
    return NUMBERS[this.event.tag];
  }

  get isElement(): boolean {
    return this.event.tag === 'START_ELEMENT' || this.event.tag === 'END_ELEMENT';
  }

  get isBlank(): boolean {
    return this.event.tag === 'CHARACTERS' && this.event.node?.text?.trim() === '';
  }

  /** Throws `System.XmlException` where no element is. */
  get element(): XmlNode {
    const { node } = this.event;
    return node && this.isElement ? node : throwApex('System.XmlException', `${this.event.tag} has no name.`);
  }

  attribute(index: number): XmlAttribute {
    return (
      this.element.attributes[index] ??
      throwApex('System.XmlException', `There is no attribute at the position ${index}.`)
    );
  }

  declaration(index: number): readonly [string, string] {
    return (
      [...this.element.declared][index] ??
      throwApex('System.XmlException', `There is no namespace at the position ${index}.`)
    );
  }
}

function* eventsOf(node: XmlNode): Iterable<XmlEvent> {
  if (node.kind === 'TEXT') return yield { tag: 'CHARACTERS', node };
  if (node.kind === 'COMMENT') return yield { tag: 'COMMENT', node };
  yield { tag: 'START_ELEMENT', node };
  for (const child of node.children) yield* eventsOf(child);
  yield { tag: 'END_ELEMENT', node };
}

function prefixOf(node: XmlNode, namespace: string | null): string | null {
  return namespace === null ? null : node.prefixFor(namespace) || null;
}

function valueOf(reader: XmlStreamReader, attribute: XmlAttribute | undefined): string | null {
  return attribute ? attributeText(attribute, reader.element) : null;
}

export const xmlStreamReaderClass = libraryClass({
  name: 'System.XmlStreamReader',
  constructors: { '(String)': (_, text) => new XmlStreamReader(required(text)) },
  methods: {
    'getAttributeCount()': (reader: XmlStreamReader) => reader.element.attributes.length,
    'getAttributeLocalName(Integer)': (reader: XmlStreamReader, index) => reader.attribute(index).name,
    'getAttributeNamespace(Integer)': (reader: XmlStreamReader, index) => reader.attribute(index).namespace,
    'getAttributePrefix(Integer)': (reader: XmlStreamReader, index) =>
      prefixOf(reader.element, reader.attribute(index).namespace),
    'getAttributeType(Integer)': (reader: XmlStreamReader, index) => reader.attribute(index) && 'CDATA',
    'getAttributeValue(String,String)': (reader: XmlStreamReader, namespace, name) =>
      valueOf(
        reader,
        reader.element.attributes.find(
          (each) => each.name === name && each.namespace === (namespace || null),
        ),
      ),
    'getAttributeValueAt(Integer)': (reader: XmlStreamReader, index) =>
      valueOf(reader, reader.attribute(index)),
    'getEventType()': (reader: XmlStreamReader) =>
      enumValue(currentTransaction().program.type('System.XmlTag'), reader.event.tag),
    'getLocalName()': (reader: XmlStreamReader) => reader.element.name,
    'getNamespace()': (reader: XmlStreamReader) => reader.element.namespace,
    'getNamespaceCount()': (reader: XmlStreamReader) => reader.element.declared.size,
    'getNamespacePrefix(Integer)': (reader: XmlStreamReader, index) => reader.declaration(index)[0] || null,
    'getNamespaceURI(String)': (reader: XmlStreamReader, prefix) => reader.element.namespaceFor(prefix ?? ''),
    'getNamespaceURIAt(Integer)': (reader: XmlStreamReader, index) => reader.declaration(index)[1],
    'getPrefix()': (reader: XmlStreamReader) => prefixOf(reader.element, reader.element.namespace),
    'getText()': (reader: XmlStreamReader) => reader.event.node?.text ?? null,
    'hasName()': (reader: XmlStreamReader) => reader.isElement,
    'hasNext()': (reader: XmlStreamReader) => reader.hasNext,
    'hasText()': (reader: XmlStreamReader) => (reader.event.node?.text ?? null) !== null,
    'isCharacters()': (reader: XmlStreamReader) => reader.event.tag === 'CHARACTERS',
    'isEndElement()': (reader: XmlStreamReader) => reader.event.tag === 'END_ELEMENT',
    'isStartElement()': (reader: XmlStreamReader) => reader.event.tag === 'START_ELEMENT',
    'isWhitespace()': (reader: XmlStreamReader) => reader.isBlank,
    'next()': (reader: XmlStreamReader) => reader.next(),
    'nextTag()': (reader: XmlStreamReader) => reader.nextTag(),
  },
});

export const xmlTagEnum = libraryClass({ name: 'System.XmlTag', isEnum: true });
