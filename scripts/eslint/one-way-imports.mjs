import { dirname, relative, resolve, sep } from 'node:path';

// The one-way dependencies of docs/architecture.md as a table: files of `from` may not import what `never`
// matches, or may import only what `only` matches. A function gets the match of `from`, so that "its own
// folder" can be said. Paths are relative to the repository root; a package keeps its own name.

const BOUNDARIES = [
  {
    from: /^billing-server\//,
    never: [/^local-org\//, /^@billwright\/local-org/, /^generator\/src\//, /^@billwright\/generator/],
    because: 'billing-server meets the others only over HTTP',
  },
  {
    from: /^local-org\//,
    never: [
      /^billing-server\//,
      /^@billwright\/billing-server/,
      /^generator\/src\//,
      /^@billwright\/generator/,
    ],
    because: 'local-org knows nothing of billing and runs any Salesforce project',
  },
  {
    from: /^generator\/mappings\/core\//,
    only: () => [/^generator\/language(\/|\.ts$)/, /^generator\/mappings\/core\//],
    because: 'the core mappings are what all systems share, so they know none of them',
  },
  {
    from: /^generator\/mappings\/([^/]+)\//,
    only: ([, system]) => [
      /^generator\/language(\/|\.ts$)/,
      /^generator\/mappings\/core\//,
      new RegExp(`^generator/mappings/${system}/`),
    ],
    because: 'a mapping is data in the mapping language; one billing system knows nothing of another',
  },
  {
    from: /^generator\/language\//,
    only: () => [/^generator\/language\//],
    because: 'the language is what mappings are written in; it knows neither mappings nor generator',
  },
  {
    from: /^generator\/src\/model\//,
    never: [/^generator\/src\/(read|emit|write)\//],
    because: 'the model is plain data; read and emit depend on it, not the other way',
  },
  {
    from: /^generator\/src\/read\//,
    never: [/^generator\/src\/(emit|write)\//],
    because: 'read makes a model and knows nothing of what is emitted from it',
  },
  {
    from: /^generator\/src\/emit\//,
    never: [/^generator\/src\/(read|write)\//],
    because: 'emitters are pure functions from the model to texts',
  },
  {
    from: /^generator\/src\/write\//,
    never: [/^generator\/src\/(read|emit)\//],
    because: 'write puts texts on disk and knows nothing of where they come from',
  },
];

const posix = (path) => path.split(sep).join('/');

function targetOf(specifier, file, root) {
  return specifier.startsWith('.') ? posix(relative(root, resolve(dirname(file), specifier))) : specifier;
}

function isBroken(boundary, match, target) {
  if (boundary.never) return boundary.never.some((pattern) => pattern.test(target));
  return !boundary.only(match).some((pattern) => pattern.test(target));
}

/** The first boundary that an import of `target` by `file` breaks; both relative to the root. */
function brokenBoundary(file, target) {
  for (const boundary of BOUNDARIES) {
    const match = boundary.from.exec(file);
    if (match) return isBroken(boundary, match, target) ? boundary : undefined;
  }
  return undefined;
}

function sourcesOf(node) {
  return node.source && typeof node.source.value === 'string' ? [node.source] : [];
}

export const oneWayImports = {
  meta: {
    type: 'problem',
    docs: { description: 'keeps the dependencies between the parts of the house pointing one way' },
    messages: { broken: '{{file}} may not import {{target}}: {{because}}.' },
    schema: [],
  },
  create(context) {
    const file = posix(relative(context.cwd, context.filename));
    const check = (node) => {
      for (const source of sourcesOf(node)) {
        const target = targetOf(source.value, context.filename, context.cwd);
        const boundary = brokenBoundary(file, target);
        if (boundary) {
          context.report({
            node: source,
            messageId: 'broken',
            data: { file, target, because: boundary.because },
          });
        }
      }
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
