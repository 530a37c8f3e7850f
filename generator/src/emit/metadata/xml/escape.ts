/** Characters that XML reserves, as Salesforce writes them when it returns metadata. */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Everything that XML 1.0 can't hold in any form: control characters, halves of surrogate pairs, non-characters. */
const unspeakable = /[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * A text as the content of an element or attribute. Line ends become line feeds, as each parser would make them
 * anyway; what XML can't hold is left out.
 */
export function escapeXml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(unspeakable, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
