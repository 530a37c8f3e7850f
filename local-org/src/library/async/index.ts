import type { LibraryClass } from '../library.ts';
import { asyncOptionsClass, duplicateSignatureClass, signatureBuilderClass } from './async-options.ts';
import { allowsCalloutsClass, queueableClass, queueableContextClass } from './queueable.ts';

export const classes: readonly LibraryClass[] = [
  allowsCalloutsClass,
  asyncOptionsClass,
  duplicateSignatureClass,
  queueableClass,
  queueableContextClass,
  signatureBuilderClass,
];
