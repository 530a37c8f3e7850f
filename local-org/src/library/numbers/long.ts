import { libraryClass } from '../library.ts';
import { noNulls } from '../text/arguments.ts';
import { parseLong, wrapInteger } from './convert.ts';
import { formatNumber } from './number-format.ts';

export const longClass = libraryClass({
  name: 'System.Long',
  statics: { 'valueOf(String)': noNulls(parseLong) },
  methods: {
    'format()': (value: bigint) => formatNumber(String(value)),
    'intValue()': wrapInteger,
  },
});
