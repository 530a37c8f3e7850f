import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { enumValue, type EnumValue } from '../../values/enum.ts';
import type { ApexException } from '../../values/exception.ts';
import type { ApexList } from '../../values/list.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';
import { listOf } from '../schema/collections.ts';

/** `ApexPages.Message`: what a page tells its user. */
export class Message extends PlatformObject {
  readonly severity: EnumValue | null;
  readonly summary: string | null;
  readonly detail: string | null;
  readonly componentLabel: string | null;

  constructor(
    severity: EnumValue | null,
    summary: string | null,
    detail: string | null = summary,
    componentLabel: string | null = null,
  ) {
    super();
    this.severity = severity;
    this.summary = summary;
    this.detail = detail;
    this.componentLabel = componentLabel;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('ApexPages.Message');
  }

  override toString(): string {
    const { componentLabel, detail, severity, summary } = this;
    return `ApexPages.Message["${detail}", ${componentLabel}, ${severity?.name}, "${summary}"]`;
  }
}

const MESSAGES = Symbol('ApexPages messages');

/** The messages of the running transaction. */
export function pageMessages(): Message[] {
  return currentTransaction().state(MESSAGES, (): Message[] => []);
}

export function clearPageMessages(): void {
  pageMessages().length = 0;
}

/** What a page shows of an exception: of DML one message per failed record. */
export function addMessagesOf(exception: ApexException | null): void {
  if (exception === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const error = enumValue(currentTransaction().program.type('ApexPages.Severity'), 'ERROR');
  const failures = exception.$dmlFailures;
  const texts = failures.length ? failures.map(({ message }) => message) : [exception['getmessage/0']()];
  pageMessages().push(...texts.map((text) => new Message(error, text)));
}

export function messageList(): ApexList {
  return listOf('ApexPages.Message', [...pageMessages()]);
}

export const messageClass = libraryClass({
  name: 'ApexPages.Message',
  constructors: {
    '(ApexPages.Severity,String)': (_, severity, summary) => new Message(severity, summary),
    '(ApexPages.Severity,String,String)': (_, severity, summary, detail) =>
      new Message(severity, summary, detail),
    '(ApexPages.Severity,String,String,String)': (_, severity, summary, detail, label) =>
      new Message(severity, summary, detail, label),
  },
  methods: {
    'getComponentLabel()': (message: Message) => message.componentLabel,
    'getDetail()': (message: Message) => message.detail,
    'getSeverity()': (message: Message) => message.severity,
    'getSummary()': (message: Message) => message.summary,
  },
});
