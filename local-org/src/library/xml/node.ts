import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';

export interface XmlAttribute {
  readonly name: string;
  readonly namespace: string | null;
  readonly value: string;
  /** Of a value that is itself a qualified name, as in `xsi:type="xsd:string"`. */
  readonly valueNamespace: string | null;
}

/** `Dom.XmlNode`: an element, a text or a comment. */
export class XmlNode extends PlatformObject {
  readonly kind: 'ELEMENT' | 'TEXT' | 'COMMENT';
  /** Of an element. */
  readonly name: string | null;
  readonly namespace: string | null;
  /** Of a text or a comment. */
  readonly text: string | null;
  readonly children: XmlNode[] = [];
  readonly attributes: XmlAttribute[] = [];
  /** Namespaces that this element declares, by prefix; that of the default one is empty. */
  readonly declared = new Map<string, string>();
  parent: XmlNode | null = null;

  constructor(kind: XmlNode['kind'], content: string, namespace: string | null = null) {
    super();
    this.kind = kind;
    this.name = kind === 'ELEMENT' ? content : null;
    this.text = kind === 'ELEMENT' ? null : content;
    this.namespace = namespace;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Dom.XmlNode');
  }

  append<T extends XmlNode>(child: T): T {
    child.parent = this;
    this.children.push(child);
    return child;
  }

  elements(): XmlNode[] {
    return this.children.filter(({ kind }) => kind === 'ELEMENT');
  }

  /** What stands in an element itself, not in its children. */
  ownText(): string {
    if (this.kind !== 'ELEMENT') return this.text ?? '';
    return this.children.map(({ kind, text }) => (kind === 'TEXT' ? text : '')).join('');
  }

  /** The namespace that a prefix stands for here. */
  namespaceFor(prefix: string): string | null {
    if (prefix === 'xml') return XML_NAMESPACE;
    return this.declared.get(prefix) ?? this.parent?.namespaceFor(prefix) ?? null;
  }

  /** The nearest prefix of a namespace; empty for the default namespace, null where there is none. */
  prefixFor(namespace: string): string | null {
    if (namespace === XML_NAMESPACE) return 'xml';
    return this.#prefixIn(this, namespace);
  }

  /** Looks from here upwards for a declaration that is not hidden by one of `from`. */
  #prefixIn(from: XmlNode, namespace: string): string | null {
    for (const [prefix, declared] of this.declared) {
      if (declared === namespace && from.namespaceFor(prefix) === namespace) return prefix;
    }
    return this.parent ? this.parent.#prefixIn(from, namespace) : null;
  }

  /** Declares a namespace where it has no prefix yet; without a prefix the platform makes one: `ns0`, `ns1`. */
  declare(namespace: string, prefix: string | null): void {
    if (prefix === null ? this.prefixFor(namespace) !== null : this.namespaceFor(prefix) === namespace)
      return;
    this.declared.set(prefix ?? this.#freePrefix(), namespace);
  }

  #freePrefix(): string {
    let number = 0;
    while (this.namespaceFor(`ns${number}`) !== null) number++;
    return `ns${number}`;
  }
}

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
