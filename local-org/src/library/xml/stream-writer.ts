import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { required } from '../collections/arguments.ts';
import { libraryClass } from '../library.ts';
import { escapeAttribute, escapeText } from './write.ts';

/** `System.XmlStreamWriter`: writes in the order of the calls. */
class XmlStreamWriter extends PlatformObject {
  #text = '';
  /** A start tag that may still get attributes ends with this; empty otherwise. */
  #open: '' | '>' | '/>' = '';
  readonly #names: string[] = [];

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.XmlStreamWriter');
  }

  get xml(): string {
    return this.#text + this.#open;
  }

  write(text: string): void {
    this.#text = this.xml + text;
    this.#open = '';
  }

  start(prefix: string | null, name: string | null, isEmpty: boolean): void {
    const full = qualified(prefix, required(name));
    this.write(`<${full}`);
    this.#open = isEmpty ? '/>' : '>';
    if (!isEmpty) this.#names.push(full);
  }

  /** Throws `System.XmlException` where no start tag is open. */
  attribute(name: string, value: string | null): void {
    if (this.#open === '')
      throwApex('System.XmlException', 'An attribute has to follow the start of an element.');
    this.#text += ` ${name}="${escapeAttribute(required(value))}"`;
  }

  /** Throws `System.XmlException` where no element is open. */
  end(): void {
    const name = this.#names.pop() ?? throwApex('System.XmlException', 'No element is open.');
    this.write(`</${name}>`);
  }

  endAll(): void {
    while (this.#names.length > 0) this.end();
  }
}

function qualified(prefix: string | null, name: string): string {
  return prefix ? `${prefix}:${name}` : name;
}

export const xmlStreamWriterClass = libraryClass({
  name: 'System.XmlStreamWriter',
  constructors: { '()': () => new XmlStreamWriter() },
  methods: {
    'close()': () => undefined,
    'getXmlString()': (writer: XmlStreamWriter) => writer.xml,
    // It only says what names without a prefix mean; writeDefaultNamespace writes it.
    'setDefaultNamespace(String)': () => undefined,
    'writeAttribute(String,String,String,String)': (
      writer: XmlStreamWriter,
      prefix,
      _namespace,
      name,
      value,
    ) => writer.attribute(qualified(prefix, required(name)), value),
    'writeCData(String)': (writer: XmlStreamWriter, text) => writer.write(`<![CDATA[${required(text)}]]>`),
    'writeCharacters(String)': (writer: XmlStreamWriter, text) => writer.write(escapeText(required(text))),
    'writeComment(String)': (writer: XmlStreamWriter, text) => writer.write(`<!--${required(text)}-->`),
    'writeDefaultNamespace(String)': (writer: XmlStreamWriter, namespace) =>
      writer.attribute('xmlns', namespace),
    'writeEmptyElement(String,String,String)': (writer: XmlStreamWriter, prefix, name) =>
      writer.start(prefix, name, true),
    'writeEndDocument()': (writer: XmlStreamWriter) => writer.endAll(),
    'writeEndElement()': (writer: XmlStreamWriter) => writer.end(),
    'writeNamespace(String,String)': (writer: XmlStreamWriter, prefix, namespace) =>
      writer.attribute(prefix ? `xmlns:${prefix}` : 'xmlns', namespace),
    'writeProcessingInstruction(String,String)': (writer: XmlStreamWriter, target, data) =>
      writer.write(`<?${required(target)} ${required(data)}?>`),
    'writeStartDocument(String,String)': (writer: XmlStreamWriter, encoding, version) =>
      writer.write(`<?xml version="${version ?? '1.0'}"${encoding ? ` encoding="${encoding}"` : ''}?>`),
    'writeStartElement(String,String,String)': (writer: XmlStreamWriter, prefix, name) =>
      writer.start(prefix, name, false),
  },
});
