import type { LibraryClass } from '../library.ts';
import { apexPagesClass } from './apex-pages.ts';
import { cookieClass } from './cookie.ts';
import { messageClass } from './messages.ts';
import { pageReferenceClass } from './page-reference.ts';
import { selectOptionClass } from './select-option.ts';
import { standardControllerClass } from './standard-controller.ts';
import { standardSetControllerClass } from './standard-set-controller.ts';

/** What controllers of Visualforce pages need. The pages themselves are not rendered. */
export const classes: readonly LibraryClass[] = [
  apexPagesClass,
  cookieClass,
  messageClass,
  pageReferenceClass,
  selectOptionClass,
  standardControllerClass,
  standardSetControllerClass,
];
