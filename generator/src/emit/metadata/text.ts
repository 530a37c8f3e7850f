/** Texts of the model in the lengths that the platform has room for. */

/** The first paragraph on one line. */
function firstParagraph(doc: string): string {
  return (doc.trim().split(/\n\s*\n/)[0] ?? '').replace(/\s+/g, ' ').trim();
}

/** The text, or as many of its words as fit, with an ellipsis. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const atWord = cut.replace(/\s+\S*$/, '');
  return `${(atWord || cut).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** First paragraph of a TSDoc: all of it, or the whole sentences that fit. Undefined if there is none. */
export function description(doc: string, limit: number): string | undefined {
  const text = firstParagraph(doc);
  if (text === '') return undefined;
  const sentences = text.slice(0, limit + 1).match(/^.*[.!?](?=\s)/s)?.[0];
  return text.length <= limit ? text : (sentences ?? shortened(text, limit));
}
