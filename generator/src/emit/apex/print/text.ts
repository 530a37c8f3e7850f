/** Texts inside Apex: the one place where literals and comments are escaped. */

/** Column behind which Prettier breaks a line. */
export const printWidth = 110;

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A string literal. Control characters and lone surrogates, which no source file can hold, become escapes. */
export function apexString(text: string): string {
  const escaped = text.replace(
    /[\\'\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (character) =>
      escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`,
  );
  return `'${escaped}'`;
}

/** Words that fill lines of at most `width` characters; a longer word has a line of its own. */
function filled(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

// A comment can't hold its own end, and a line that begins with @ would be read as a tag.
const harmless = (text: string): string => text.replaceAll('*/', '* /').replace(/(^|\s)@(?=\w)/g, '$1');

/** An ApexDoc comment of these paragraphs, or nothing if all are empty. On one line where it fits. */
export function apexDoc(paragraphs: readonly string[], indent: number): string[] {
  const margin = ' '.repeat(indent);
  const texts = paragraphs.map((text) => harmless(text).trim()).filter((text) => text !== '');
  if (texts.length === 0) return [];
  const blocks = texts.map((text) => filled(text, printWidth - indent - 3));
  const [only] = blocks.length === 1 && blocks[0]?.length === 1 ? blocks[0] : [];
  const short = `${margin}/** ${only} */`;
  if (only !== undefined && short.length <= printWidth) return [short];
  const lines = blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block]));
  return [`${margin}/**`, ...lines.map((line) => `${margin} * ${line}`.trimEnd()), `${margin} */`];
}
