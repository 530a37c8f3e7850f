/** Sentences of comments that several emitters share. */
import type { MarkModel, Source } from '../../model/model.ts';

/** Where a thing was declared. */
export const from = ({ file, line }: Source): string => `From ${file}:${line}.`;

/** The paragraphs of a TSDoc. */
export const paragraphs = (doc: string): string[] =>
  doc.split(/\n\s*\n/).filter((text) => text.trim() !== '');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How a fact about the API is known: `Documented: S8, S15.` */
export function markText({ status, sources }: MarkModel): string {
  return sources.length === 0
    ? `${capital(status)}.`
    : `${capital(status)}: ${sources.join(', ').replace(/\.$/, '')}.`;
}

/** The sentences as one paragraph. */
export const sentences = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' ');
