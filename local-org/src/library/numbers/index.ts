import type { LibraryClass } from '../library.ts';
import { decimalClass } from './decimal.ts';
import { doubleClass } from './double.ts';
import { integerClass } from './integer.ts';
import { longClass } from './long.ts';
import { mathClass } from './math.ts';
import { roundingModeClass } from './rounding-mode.ts';

export const classes: readonly LibraryClass[] = [
  decimalClass,
  doubleClass,
  integerClass,
  longClass,
  mathClass,
  roundingModeClass,
];
