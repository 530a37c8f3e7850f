import type { LibraryClass } from '../library.ts';
import { asyncInfoClass } from './async-info.ts';
import { asyncOptionsClass, duplicateSignatureClass, signatureBuilderClass } from './async-options.ts';
import { batchableClasses } from './batchable.ts';
import { finalizerClass, finalizerContextClass, parentJobResultEnum } from './finalizer.ts';
import { allowsCalloutsClass, queueableClass, queueableContextClass } from './queueable.ts';
import { schedulableClass, schedulableContextClass } from './schedulable.ts';

export const classes: readonly LibraryClass[] = [
  allowsCalloutsClass,
  asyncInfoClass,
  asyncOptionsClass,
  ...batchableClasses,
  duplicateSignatureClass,
  finalizerClass,
  finalizerContextClass,
  parentJobResultEnum,
  queueableClass,
  queueableContextClass,
  schedulableClass,
  schedulableContextClass,
  signatureBuilderClass,
];
