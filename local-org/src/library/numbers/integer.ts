import { libraryClass } from '../library.ts';
import { noNulls } from '../text/arguments.ts';
import { parseInteger, toInteger } from './convert.ts';
import { formatNumber } from './number-format.ts';

export const integerClass = libraryClass({
  name: 'System.Integer',
  statics: {
    'valueOf(Object)': noNulls(toInteger),
    'valueOf(String)': noNulls(parseInteger),
  },
  methods: {
    'format()': (value: number) => formatNumber(String(value)),
  },
});
