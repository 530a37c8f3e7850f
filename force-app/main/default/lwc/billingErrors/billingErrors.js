/** The only reader of errors: of Apex, of Data Service, of wires and of code. */
import noAccess from '@salesforce/label/c.BillingErrorNoAccess';
import unknown from '@salesforce/label/c.BillingErrorUnknown';

/** How the platform says, in English, that a person's permission sets do not open the package. */
const CLOSED = /access to the Apex class named/;

const inOurWords = (message) => (CLOSED.test(message) ? noAccess : message);

const asList = (value) => (Array.isArray(value) ? value : [value]);

/** Errors of a whole record and of its fields, as DML and Data Service report them. */
function recordErrors({ pageErrors = [], errors = [], fieldErrors = {} }) {
  return [...pageErrors, ...errors, ...Object.values(fieldErrors).flatMap(asList)];
}

function messagesInBody(body) {
  if (!body) return [];
  if (typeof body === 'string') return [body];
  if (Array.isArray(body)) return body.map(({ message }) => message);
  const ofRecord = recordErrors(body.output ?? body).map(({ message }) => message);
  return ofRecord.length > 0 ? ofRecord : [body.message];
}

function messagesIn(error) {
  if (typeof error === 'string') return [error];
  const inBody = messagesInBody(error.body).filter(Boolean);
  return inBody.length > 0 ? inBody : [error.message ?? error.statusText];
}

const rawMessages = (errors) => asList(errors).filter(Boolean).flatMap(messagesIn).filter(Boolean);

/** Whether it is no failure, but that the person's permission sets do not open what was asked for. */
export const isNoPermission = (errors) => rawMessages(errors).some((message) => CLOSED.test(message));

/**
 * Sentences for people, each once and in order; one that says so where an error says nothing. Empty for no error.
 * `errors` is whatever was thrown or came by a wire, or a list of such.
 */
export function messagesOf(errors) {
  if (asList(errors).filter(Boolean).length === 0) return [];
  const messages = rawMessages(errors).map(inOurWords);
  return messages.length > 0 ? [...new Set(messages)] : [unknown];
}
