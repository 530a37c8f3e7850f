import { Blob } from '../../values/blob.ts';
import { libraryClass } from '../library.ts';
import { noNulls } from './arguments.ts';

export const blobClass = libraryClass({
  name: 'System.Blob',
  statics: {
    'valueOf(String)': noNulls((text: string) => Blob.ofText(text)),
  },
  methods: {
    'size()': (blob: Blob) => blob.size,
    'toString()': noNulls((blob: Blob) => blob.toText()),
  },
});
