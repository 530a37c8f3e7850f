/** The TSDoc above a declaration, and the mark in it. */
import { ts } from 'ts-morph';
import type { MarkModel } from '../model/model.ts';

export interface Doc {
  /** Paragraphs parted by blank lines, tags removed; empty where there is no TSDoc. */
  readonly text: string;
  readonly mark?: MarkModel;
}

const marks = /(?:^|\s)@(documented|observed|inferred)\b/;
const otherTag = /^@[A-Za-z]/;
const listItem = /^(?:[-*]|\d+\.)\s/;

/** The last TSDoc comment above a node, without its frame. */
function comment(node: ts.Node): string | undefined {
  const text = node.getSourceFile().text;
  const ranges = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
  const range = ranges.findLast(({ pos }) => text.startsWith('/**', pos));
  if (range === undefined) return undefined;
  return text
    .slice(range.pos + 3, range.end - 2)
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\*?/, '').trim())
    .join('\n');
}

/** Lines of a paragraph are one line; items of a list keep theirs. */
function reflow(paragraph: string): string {
  return paragraph
    .split('\n')
    .reduce((text, line) => (text === '' ? line : `${text}${listItem.test(line) ? '\n' : ' '}${line}`), '');
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => reflow(paragraph.trim()))
    .filter((paragraph) => paragraph !== '' && !otherTag.test(paragraph));
}

/** A tag's text: up to the next paragraph. Sources are keys, parted by commas; a reasoning is one text. */
function markOf(status: string, text: string): MarkModel {
  const [reasoning = ''] = paragraphsOf(text);
  if (status === 'inferred') return { status, sources: reasoning === '' ? [] : [reasoning] };
  const sources = reasoning.split(/\s*,\s*/).filter((source) => source !== '');
  return { status: status as 'documented' | 'observed', sources };
}

/** The TSDoc directly above a node: a declaration or a property of an object literal. */
export function docOf(node: ts.Node): Doc {
  const text = comment(node);
  if (text === undefined) return { text: '' };
  const [before = '', status, after = '', ...more] = text.split(marks);
  const paragraphs = paragraphsOf(before);
  // Text may go on below a tag's paragraph; what follows a second mark is left out.
  if (more.length === 0) paragraphs.push(...paragraphsOf(after).slice(1));
  const doc = paragraphs.join('\n\n');
  return status === undefined ? { text: doc } : { text: doc, mark: markOf(status, after) };
}

/** The node that the TSDoc of a declaration stands above. */
export function documentedNode(declaration: ts.VariableDeclaration): ts.Node {
  const statement = declaration.parent.parent;
  return ts.isVariableStatement(statement) ? statement : declaration;
}
