/** What is shown of a tree whose nodes come as a list, each behind its parent. */
import { partsOf } from 'c/billingHighlight';

const icons = { true: 'utility:chevrondown', false: 'utility:chevronright' };

/** The nodes on the way to the node at `index`, the outermost last. */
function ancestorsOf(nodes, index) {
  const ancestors = [];
  let { depth } = nodes[index];
  for (let at = index - 1; at >= 0 && depth > 0; at -= 1) {
    if (nodes[at].depth < depth) {
      ancestors.push(nodes[at]);
      ({ depth } = nodes[at]);
    }
  }
  return ancestors;
}

const hasChildren = (nodes, index) => nodes[index + 1]?.depth > nodes[index].depth;

/** Paths of all nodes above the given ones. */
export function pathsAbove(nodes, paths) {
  const wanted = new Set(paths);
  const found = [...nodes.keys()].filter((index) => wanted.has(nodes[index].path));
  return found.flatMap((index) => ancestorsOf(nodes, index).map(({ path }) => path));
}

/** What is open at first: the objects right under the root, but no lists, which may be long. */
export const openAtFirst = (nodes) =>
  nodes.filter(({ depth, kind }) => depth === 0 && kind === 'object').map(({ path }) => path);

/** Size of each node's group of siblings, and its place in it. */
function places(nodes) {
  const found = new Map();
  const groups = [];
  for (const node of nodes) {
    groups.length = node.depth + 1;
    const group = (groups[node.depth] ??= []);
    group.push(node.path);
    found.set(node.path, { group, position: group.length });
  }
  return found;
}

/** The rows that are to be seen, with their texts parted for the term. */
export function visibleRows(nodes, open, term) {
  const placeOf = places(nodes);
  let closedAt = Infinity;
  return nodes.flatMap((node, index) => {
    if (node.depth > closedAt) return [];
    const isParent = hasChildren(nodes, index);
    const isOpen = isParent && open.has(node.path);
    closedAt = isParent && !isOpen ? node.depth : Infinity;
    const { group, position } = placeOf.get(node.path);
    return [
      {
        path: node.path,
        kind: node.kind,
        level: node.depth + 1,
        size: group.length,
        position,
        isParent,
        isOpen,
        expanded: isParent ? String(isOpen) : undefined,
        icon: icons[isOpen],
        labelParts: partsOf(node.label, term),
        valueParts: partsOf(node.value ?? '', term),
      },
    ];
  });
}
