import type { LibraryClass } from '../library.ts';
import { domClasses } from './dom.ts';
import { xmlStreamReaderClass, xmlTagEnum } from './stream-reader.ts';
import { xmlStreamWriterClass } from './stream-writer.ts';

/** XML as a tree and as a stream. */
export const classes: readonly LibraryClass[] = [
  ...domClasses,
  xmlStreamReaderClass,
  xmlStreamWriterClass,
  xmlTagEnum,
];
