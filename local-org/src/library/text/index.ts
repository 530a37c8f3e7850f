import type { LibraryClass } from '../library.ts';
import { blobClass } from './blob.ts';
import { booleanClass } from './boolean.ts';
import { encodingUtilClass } from './encoding-util.ts';
import { idClass } from './id.ts';
import { matcherClass } from './matcher.ts';
import { patternClass } from './pattern.ts';
import { stringClass } from './string.ts';
import { urlClass } from './url.ts';
import { uuidClass } from './uuid.ts';

export const classes: readonly LibraryClass[] = [
  blobClass,
  booleanClass,
  encodingUtilClass,
  idClass,
  matcherClass,
  patternClass,
  stringClass,
  urlClass,
  uuidClass,
];
