import { addSegment, GenMapping, toEncodedMap, type EncodedSourceMap } from '@jridgewell/gen-mapping';
import type { Mapping } from './writer.ts';

/** The source map (version 3) of what a file's code was written to. */
export function sourceMap(file: string, mappings: readonly Mapping[]): EncodedSourceMap {
  const map = new GenMapping({ file });
  for (const { generatedLine, generatedColumn, line, column } of mappings)
    addSegment(map, generatedLine - 1, generatedColumn, file, line - 1, column);
  return toEncodedMap(map);
}
