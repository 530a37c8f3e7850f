import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type Value } from '../library.ts';
import { stringOf } from '../text/stringify.ts';

/** `QueueableDuplicateSignature`: parts that make two jobs the same. */
export class DuplicateSignature extends PlatformObject {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.QueueableDuplicateSignature');
  }
}

class SignatureBuilder extends PlatformObject {
  readonly parts: string[] = [];

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.QueueableDuplicateSignature.Builder');
  }
}

export class AsyncOptions extends PlatformObject {
  /** Minutes. */
  delay: number | null = null;
  depth: number | null = null;
  signature: DuplicateSignature | null = null;

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.AsyncOptions');
  }
}

const add = (builder: SignatureBuilder, kind: string, value: Value): SignatureBuilder => {
  builder.parts.push(`${kind}:${stringOf(value)}`);
  return builder;
};

export const asyncOptionsClass = libraryClass({
  name: 'System.AsyncOptions',
  constructors: { '()': () => new AsyncOptions() },
  properties: {
    MinimumQueueableDelayInMinutes: {
      get: (options: AsyncOptions) => options.delay,
      set: (options: AsyncOptions, value) => void (options.delay = value),
    },
    MaximumQueueableStackDepth: {
      get: (options: AsyncOptions) => options.depth,
      set: (options: AsyncOptions, value) => void (options.depth = value),
    },
    DuplicateSignature: {
      get: (options: AsyncOptions) => options.signature,
      set: (options: AsyncOptions, value) => void (options.signature = value),
    },
  },
});

export const duplicateSignatureClass = libraryClass({
  name: 'System.QueueableDuplicateSignature',
  statics: { 'Builder()': () => new SignatureBuilder() },
});

export const signatureBuilderClass = libraryClass({
  name: 'System.QueueableDuplicateSignature.Builder',
  constructors: { '()': () => new SignatureBuilder() },
  methods: {
    'addId(Id)': (builder, value) => add(builder, 'id', value),
    'addInteger(Integer)': (builder, value) => add(builder, 'integer', value),
    'addString(String)': (builder, value) => add(builder, 'string', value),
    'build()': (builder: SignatureBuilder) => new DuplicateSignature(builder.parts.join('|')),
  },
});
