import type { LibraryClass } from '../library.ts';
import { asyncOptionsClass, duplicateSignatureClass, signatureBuilderClass } from './async-options.ts';
import { queueableClass, queueableContextClass } from './queueable.ts';

export const classes: readonly LibraryClass[] = [
  asyncOptionsClass,
  duplicateSignatureClass,
  queueableClass,
  queueableContextClass,
  signatureBuilderClass,
];
