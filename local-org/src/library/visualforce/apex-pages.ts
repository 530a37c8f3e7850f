import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { EnumValue } from '../../values/enum.ts';
import { libraryClass } from '../library.ts';
import { addMessagesOf, messageList, pageMessages, type Message } from './messages.ts';
import { PageReference } from './page-reference.ts';

const CURRENT = Symbol('ApexPages current page');

/**
 * The page that the transaction serves. Nothing here serves one, so that only a test has one: an empty address until
 * `Test.setCurrentPage`.
 */
function context(): { page: PageReference | null } {
  const { test } = currentTransaction();
  return currentTransaction().state(CURRENT, () => ({ page: test ? new PageReference('') : null }));
}

export function currentPage(): PageReference | null {
  return context().page;
}

export function setCurrentPage(page: PageReference | null): void {
  context().page = page;
}

function addMessage(message: Message | null): void {
  if (message === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  pageMessages().push(message);
}

export const apexPagesClass = libraryClass({
  name: 'System.ApexPages',
  statics: {
    'addMessage(ApexPages.Message)': addMessage,
    'addMessages(Object)': addMessagesOf,
    'currentPage()': currentPage,
    'getMessages()': messageList,
    'hasMessages()': () => pageMessages().length > 0,
    'hasMessages(ApexPages.Severity)': (severity: EnumValue) =>
      pageMessages().some((message) => message.severity === severity),
  },
});
