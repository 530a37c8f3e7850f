/** Texts as the standard fonts of PDF can show them. */

/** What the fonts have beyond Latin-1. */
const EXTRA = new Set(
  '\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178',
);

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if ((code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff) || EXTRA.has(character))
    return character;
  if (/\s/u.test(character)) return ' ';
  // Letters of other Latin alphabets lose their accents; other scripts would need a font of their own in the file.
  const plain = character.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return plain !== character && /^[\x20-\x7e]+$/.test(plain) ? plain : '?';
}

export function printable(text: string): string {
  return [...text.normalize('NFC')].map(shown).join('');
}
