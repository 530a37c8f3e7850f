const SURROGATE = /[\ud800-\udfff]/;

/**
 * The UTF-16 offset of every code point of the text, and of its end; null when the two count alike. The grammar
 * counts code points.
 */
export function utf16Offsets(text: string): Int32Array | null {
  if (!SURROGATE.test(text)) return null;
  const offsets: number[] = [];
  let at = 0;
  for (const point of text) {
    offsets.push(at);
    at += point.length;
  }
  offsets.push(at);
  return Int32Array.from(offsets);
}
