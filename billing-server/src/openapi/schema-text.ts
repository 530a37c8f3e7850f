/** Types of properties in words, with links to the pages of definitions. */
import { definitionName, type Mark, type Schema } from '../contract/contract.ts';
import { html, path, type Html, type Piece } from '../ui/html.ts';

const NAMES: Readonly<Record<string, string>> = {
  id: 'id',
  'numeric-id': 'id, as a number',
  decimal: 'decimal number',
};

export function linkToDefinition(name: string): Html {
  return html`<a href="${path('docs', 'schemas', name)}">${name}</a>`;
}

function separated(pieces: readonly Piece[], separator: string): Piece[] {
  return pieces.flatMap((piece, at) => (at === 0 ? [piece] : [separator, piece]));
}

/** The type of a schema on one line. */
export function typeText(schema: Schema): Piece {
  const name = definitionName(schema);
  if (name !== undefined) return linkToDefinition(name);
  if (schema['x-wire'] !== undefined) return NAMES[schema['x-wire']];
  if (schema.items) return ['list of ', typeText(schema.items)];
  if (schema.anyOf) return separated(schema.anyOf.map(typeText), ' or ');
  if (schema.enum) return schema.enum.map(String).join(', ');
  if (schema.const !== undefined) return String(schema.const);
  if (schema.format !== undefined) return schema.format;
  return typeof schema.type === 'string' ? schema.type : schema.type?.join(' or ');
}

/** A mark in words. */
export function markBadge({ status, sources }: Mark): Html {
  const tone = { documented: 'good', observed: 'good', inferred: 'warn' }[status];
  return html`<span class="state ${tone}">${status}</span>
    <span class="soft">${sources.filter(Boolean).join(', ')}</span>`;
}
