import type { LibraryClass } from '../library.ts';
import { cryptoClass } from './crypto.ts';

export const classes: readonly LibraryClass[] = [cryptoClass];
