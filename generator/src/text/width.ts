/** How many columns a text takes in a monospaced font, as Prettier counts them. */

const emoji = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F/gu;
const combining = /^\p{Mn}$/u;
/** Ranges of East Asian wide and fullwidth characters. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

function charWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || combining.test(char)) return 0;
  return wide.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

/** Columns that `text` takes. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text.replaceAll(emoji, '  ')) width += charWidth(char);
  return width;
}
