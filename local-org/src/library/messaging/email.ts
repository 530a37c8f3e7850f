import type { EmailMessage, SentEmail } from '../../runtime/mail.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { enumValue } from '../../values/enum.ts';
import { isId } from '../../values/id.ts';
import { ApexList } from '../../values/list.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type LibraryClass, type Value } from '../library.ts';
import { printedByGetters } from '../objects/printed.ts';
import { listOf } from '../schema/collections.ts';
import { inboundEmailClasses } from './inbound-email.ts';

/** An object that is nothing but its properties, e.g. an e-mail or a file attached to one. */
class PropertyBag extends PlatformObject {
  readonly values = new Map<string, Value>();
  readonly #type: string;

  constructor(type: string) {
    super();
    this.#type = type;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type(this.#type);
  }
}

/** A class of properties, each also with `getX()` or `isX()`, and `setX(...)`. `types`: of the setters, by property. */
function bagClass(
  name: string,
  types: Readonly<Record<string, string>>,
  options: { readonly getters?: Readonly<Record<string, string>>; readonly hidden?: readonly string[] } = {},
): LibraryClass {
  const methods: Record<string, (bag: PropertyBag, ...args: Value[]) => Value> = {};
  const properties: Record<
    string,
    { get: (bag: PropertyBag) => Value; set: (bag: PropertyBag, value: Value) => void }
  > = {};
  for (const [property, type] of Object.entries(types)) {
    const get = (bag: PropertyBag): Value => bag.values.get(property) ?? null;
    const set = (bag: PropertyBag, value: Value): void => void bag.values.set(property, value);
    const getter = options.getters?.[property] ?? `get${property}`;
    if (getter !== '') methods[`${getter}()`] = get;
    methods[`set${property}(${type})`] = set;
    if (!options.hidden?.includes(property)) properties[property] = { get, set };
  }
  return libraryClass({ name, constructors: { '()': () => new PropertyBag(name) }, methods, properties });
}

const EMAIL = {
  BccSender: 'Boolean',
  EmailPriority: 'String',
  ReplyTo: 'String',
  SaveAsActivity: 'Boolean',
  SenderDisplayName: 'String',
  Subject: 'String',
  UseSignature: 'Boolean',
};

const SINGLE = {
  BccAddresses: 'List<String>',
  CcAddresses: 'List<String>',
  Charset: 'String',
  EntityAttachments: 'List<String>',
  FileAttachments: 'List<Messaging.EmailFileAttachment>',
  HtmlBody: 'String',
  InReplyTo: 'String',
  OptOutPolicy: 'String',
  OrgWideEmailAddressId: 'Id',
  PlainTextBody: 'String',
  References: 'String',
  TargetObjectId: 'Id',
  TemplateId: 'Id',
  ToAddresses: 'List<String>',
  TreatBodiesAsTemplate: 'Boolean',
  TreatTargetObjectAsRecipient: 'Boolean',
  WhatId: 'Id',
};

/** Why an e-mail can't be sent. */
interface EmailProblem {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

class SendEmailResult extends PlatformObject {
  readonly error: EmailProblem | null;

  constructor(error: EmailProblem | null) {
    super();
    this.error = error;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Messaging.SendEmailResult');
  }
}

class SendEmailError extends PlatformObject {
  readonly problem: EmailProblem;

  constructor(problem: EmailProblem) {
    super();
    this.problem = problem;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Messaging.SendEmailError');
  }
}

/** Keeps the e-mails; nothing leaves this machine. They are sent when the transaction commits. */
function sendEmail(emails: ApexList | null, allOrNone = true): ApexList {
  if (emails === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const transaction = currentTransaction();
  transaction.limits.use('emailInvocations');
  const problems = emails.items.map(problemOf);
  const at = problems.findIndex((problem) => problem !== null);
  const first = problems[at];
  if (allOrNone && first) {
    const { statusCode, message, fields } = first;
    throwApex(
      'System.EmailException',
      `SendEmail failed. First exception on row ${at}; first error: ${statusCode}, ${message}: [${fields.join(', ')}]`,
    );
  }
  transaction.send(emails.items.filter((_, index) => problems[index] === null).map(messageOf));
  return listOf(
    'Messaging.SendEmailResult',
    problems.map((problem) => new SendEmailResult(problem)),
  );
}

function problemOf(email: PropertyBag): EmailProblem | null {
  const has = (property: string): boolean => {
    const value = email.values.get(property) ?? null;
    return value instanceof ApexList ? value.size > 0 : value !== null && value !== '';
  };
  const recipients = ['ToAddresses', 'CcAddresses', 'BccAddresses', 'TargetObjectId'];
  if (!recipients.some(has)) return missing('Add a recipient to send an email.');
  const to = (email.values.get('ToAddresses')?.items ?? []) as (string | null)[];
  const wrong = to.find((address) => address === null || !isAddress(address));
  if (wrong !== undefined) {
    const message = `Invalid to address : ${wrong}`;
    return { statusCode: 'INVALID_EMAIL_ADDRESS', message, fields: ['toAddresses', String(wrong)] };
  }
  const bodies = ['PlainTextBody', 'HtmlBody', 'TemplateId'];
  return bodies.some(has) ? null : missing('Missing body, need at least one of html or plainText.');
}

function missing(message: string): EmailProblem {
  return { statusCode: 'REQUIRED_FIELD_MISSING', message, fields: [] };
}

/** An address, or the id of a contact, a lead or a user. */
function isAddress(text: string): boolean {
  return isId(text) || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

function messageOf({ values }: PropertyBag): EmailMessage {
  const list = (property: string): string[] => [...((values.get(property)?.items ?? []) as string[])];
  const text = (property: string): string | null => values.get(property) ?? null;
  return {
    to: list('ToAddresses'),
    cc: list('CcAddresses'),
    bcc: list('BccAddresses'),
    subject: text('Subject'),
    plainText: text('PlainTextBody'),
    html: text('HtmlBody'),
    replyTo: text('ReplyTo'),
    targetObjectId: text('TargetObjectId'),
    whatId: text('WhatId'),
    templateId: text('TemplateId'),
    attachments: ((values.get('FileAttachments')?.items ?? []) as PropertyBag[]).map((file) => ({
      name: file.values.get('FileName') ?? '',
      body: file.values.get('Body')?.bytes ?? new Uint8Array(),
    })),
  } satisfies Omit<SentEmail, 'userId' | 'at'>;
}

const errorsOf = ({ error }: SendEmailResult): ApexList =>
  listOf('Messaging.SendEmailError', error === null ? [] : [new SendEmailError(error)]);
const isSent = ({ error }: SendEmailResult): boolean => error === null;

export const classes: readonly LibraryClass[] = [
  ...inboundEmailClasses,
  libraryClass({
    name: 'System.Messaging',
    statics: {
      // There is no daily limit that could be used up.
      'reserveMassEmailCapacity(Integer)': () => undefined,
      'reserveSingleEmailCapacity(Integer)': () => undefined,
      'sendEmail(List<Messaging.Email>)': (emails) => sendEmail(emails),
      'sendEmail(List<Messaging.Email>,Boolean)': sendEmail,
    },
  }),
  bagClass('Messaging.Email', EMAIL),
  bagClass('Messaging.SingleEmailMessage', SINGLE, {
    getters: {
      TreatBodiesAsTemplate: 'isTreatBodiesAsTemplate',
      TreatTargetObjectAsRecipient: 'isTreatTargetObjectAsRecipient',
    },
  }),
  bagClass('Messaging.EmailFileAttachment', {
    Body: 'Blob',
    ContentType: 'String',
    FileName: 'String',
    Inline: 'Boolean',
  }),
  printedByGetters(
    libraryClass({
      name: 'Messaging.SendEmailResult',
      methods: { 'getErrors()': errorsOf, 'isSuccess()': isSent },
      properties: { Errors: { get: errorsOf }, Success: { get: isSent } },
    }),
  ),
  printedByGetters(
    libraryClass({
      name: 'Messaging.SendEmailError',
      methods: {
        'getMessage()': ({ problem }: SendEmailError) => problem.message,
        'getFields()': ({ problem }: SendEmailError) => listOf('String', [...problem.fields]),
        // No error here is about the target alone.
        'getTargetObjectId()': () => null,
        'getStatusCode()': ({ problem }: SendEmailError) =>
          enumValue(currentTransaction().program.type('System.StatusCode'), problem.statusCode),
      },
      properties: { Message: { get: ({ problem }: SendEmailError) => problem.message } },
    }),
  ),
];
