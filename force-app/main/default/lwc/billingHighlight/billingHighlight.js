/** Finds a term in texts, whatever its case, and parts them where it is. */

/** Positions of the term, one behind the other. None for an empty term. */
export function positionsOf(text, term) {
  const wanted = term.trim().toLowerCase();
  if (wanted === '') return [];
  const searched = text.toLowerCase();
  const positions = [];
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length)) {
    positions.push(at);
  }
  return positions;
}

/** Paths of the nodes of a tree whose name or value holds the term. */
export const pathsWith = (nodes, term) =>
  nodes
    .filter(({ label, value }) => [label, value ?? ''].some((text) => positionsOf(text, term).length > 0))
    .map(({ path }) => path);

/** The text in parts: `{ key, text, isMatch }`. Parts that match also have their `index`; only the first `most` do. */
export function partsOf(text, term, most = Infinity) {
  const length = term.trim().length;
  const parts = [];
  let end = 0;
  positionsOf(text, term)
    .slice(0, most)
    .forEach((at, index) => {
      if (at > end) parts.push({ key: `${end}`, text: text.slice(end, at), isMatch: false });
      parts.push({ key: `${at}!`, text: text.slice(at, at + length), isMatch: true, index });
      end = at + length;
    });
  if (end < text.length) parts.push({ key: `${end}`, text: text.slice(end), isMatch: false });
  return parts;
}
