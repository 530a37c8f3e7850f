import type { LibraryClass } from '../library.ts';
import { dateClass } from './date.ts';
import { datetimeClass } from './datetime.ts';
import { timeZoneClass } from './time-zone.ts';
import { timeClass } from './time.ts';

export const classes: readonly LibraryClass[] = [dateClass, datetimeClass, timeClass, timeZoneClass];
