import type { Span } from '../diagnostics/diagnostic.ts';

/** One mapping of generated code to source; lines from 1, columns from 0 as source maps have them. */
export interface Mapping {
  readonly generatedLine: number;
  readonly generatedColumn: number;
  readonly line: number;
  readonly column: number;
}

/** A piece of generated JavaScript that remembers which place of the source each part of it comes from. */
export type Code = string | { readonly span: Span; readonly parts: readonly Code[] } | readonly Code[];

/** Says that the code comes from a place in the source. */
export function at(span: Span, ...parts: readonly Code[]): Code {
  return { span, parts };
}

/** Text and the mappings of its places. */
export interface Written {
  readonly text: string;
  readonly mappings: readonly Mapping[];
}

/** Turns code into text, keeping track of lines and columns. */
export function write(code: Code): Written {
  const chunks: string[] = [];
  const mappings: Mapping[] = [];
  let line = 1;
  let column = 0;

  const text = (part: string): void => {
    chunks.push(part);
    const last = part.lastIndexOf('\n');
    if (last < 0) {
      column += part.length;
      return;
    }
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) line++;
    column = part.length - last - 1;
  };
  const mark = (span: Span): void => {
    mappings.push({ generatedLine: line, generatedColumn: column, line: span.line, column: span.column - 1 });
  };
  const visit = (part: Code): void => {
    if (typeof part === 'string') return text(part);
    if (isList(part)) return part.forEach(visit);
    mark(part.span);
    part.parts.forEach(visit);
  };
  visit(code);
  return { text: chunks.join(''), mappings };
}

function isList(code: Code): code is readonly Code[] {
  return Array.isArray(code);
}

/** Code parts with a separator between them. */
export function join(parts: readonly Code[], separator: string): Code {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}
