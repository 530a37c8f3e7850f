import { libraryClass, type LibraryClass } from '../library.ts';
import { dataClass, type DataShape } from '../objects/data-object.ts';
import { listOf } from '../schema/collections.ts';

const TEXT = { type: 'String' };
const BOOLEAN = { type: 'Boolean' };
const HEADER = 'Messaging.InboundEmail.Header';

const list = (element: string) => ({ type: `List<${element}>` });

/** What an e-mail service hands to its handler. Nothing here receives mail: tests make these. */
const SHAPES: Readonly<Record<string, DataShape>> = {
  'Messaging.InboundEmail': {
    binaryAttachments: list('Messaging.InboundEmail.BinaryAttachment'),
    ccAddresses: list('String'),
    fromAddress: TEXT,
    fromName: TEXT,
    headers: list(HEADER),
    htmlBody: TEXT,
    htmlBodyIsTruncated: BOOLEAN,
    inReplyTo: TEXT,
    messageId: TEXT,
    plainTextBody: TEXT,
    plainTextBodyIsTruncated: BOOLEAN,
    references: list('String'),
    replyTo: TEXT,
    subject: TEXT,
    textAttachments: list('Messaging.InboundEmail.TextAttachment'),
    toAddresses: list('String'),
  },
  'Messaging.InboundEmail.BinaryAttachment': {
    body: { type: 'Blob' },
    fileName: TEXT,
    headers: { type: `List<${HEADER}>`, initial: () => listOf(HEADER, []) },
    mimeTypeSubType: TEXT,
  },
  'Messaging.InboundEmail.TextAttachment': {
    body: TEXT,
    bodyIsTruncated: BOOLEAN,
    charset: TEXT,
    fileName: TEXT,
    headers: { type: `List<${HEADER}>`, initial: () => listOf(HEADER, []) },
    mimeTypeSubType: TEXT,
  },
  [HEADER]: { name: TEXT, value: TEXT },
  'Messaging.InboundEnvelope': { fromAddress: TEXT, toAddress: TEXT },
  'Messaging.InboundEmailResult': { message: TEXT, success: BOOLEAN },
};

export const inboundEmailClasses: readonly LibraryClass[] = [
  libraryClass({ name: 'Messaging.InboundEmailHandler', virtual: true }),
  ...Object.entries(SHAPES).map(([name, shape]) => dataClass(name, shape, { isConstructible: true })),
];
