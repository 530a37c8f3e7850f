import { addMapping, GenMapping, toEncodedMap, type EncodedSourceMap } from '@jridgewell/gen-mapping';
import type { EmittedFile } from './emit.ts';

/** The source map (version 3) of an emitted file. */
export function sourceMap(emitted: EmittedFile): EncodedSourceMap {
  const map = new GenMapping({ file: emitted.file });
  for (const mapping of emitted.mappings) {
    addMapping(map, {
      source: emitted.file,
      original: { line: mapping.line, column: mapping.column },
      generated: { line: mapping.generatedLine, column: mapping.generatedColumn },
    });
  }
  return toEncodedMap(map);
}
