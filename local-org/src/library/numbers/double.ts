import type { ApexDouble } from '../../values/double.ts';
import { libraryClass } from '../library.ts';
import { noNulls } from '../text/arguments.ts';
import { integerOfDouble, longOfDouble, parseDouble, toDouble } from './convert.ts';
import { formatNumber } from './number-format.ts';

/** Java's `Math.round`: a half goes up, also below zero. */
export function roundDouble(value: number): bigint {
  return longOfDouble(Math.round(value));
}

export const doubleClass = libraryClass({
  name: 'System.Double',
  statics: {
    'valueOf(Object)': noNulls(toDouble),
    'valueOf(String)': noNulls(parseDouble),
  },
  methods: {
    'format()': (value: ApexDouble) => formatNumber(String(value.value)),
    'intValue()': (value: ApexDouble) => integerOfDouble(value.value),
    'longValue()': (value: ApexDouble) => longOfDouble(value.value),
    'round()': (value: ApexDouble) => roundDouble(value.value),
  },
});
