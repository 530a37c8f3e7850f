import type * as ast from '../syntax/ast.ts';
import type { Scope } from './checker.ts';

/**
 * Reports a body that may end without its result (`flow/missing-return`) and statements that never run
 * (`flow/unreachable`), as far as the platform's compiler does.
 *
 * @param name How the message names the code: `'run'`, `this getter`.
 */
export function checkFlow(body: ast.Block, name: string, nameSpan: ast.Block['span'], scope: Scope): void {
  const isVoid = scope.returnType.kind === 'void';
  reportUnreachable(body, isVoid, scope);
  if (isVoid || !completes(body)) return;
  scope.report({
    code: 'flow/missing-return',
    span: nameSpan,
    message: `Not every way through ${name} ends with a \`return\`.`,
  });
}

/** False when a statement never goes on to the one behind it. */
function completes(node: ast.Statement): boolean {
  switch (node.kind) {
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
      return false;
    case 'block':
      return node.statements.every(completes);
    case 'runAs':
      return completes(node.body);
    case 'if':
      return ifCompletes(node);
    case 'try':
      return tryCompletes(node);
    case 'switch':
      return !node.otherwise || completes(node.otherwise) || node.cases.some((part) => completes(part.body));
    case 'doWhile':
      return doWhileCompletes(node);
    default:
      return true;
  }
}

function ifCompletes(node: ast.If): boolean {
  let last: ast.Statement | null = node;
  while (last?.kind === 'if') {
    if (completes(last.then)) return true;
    last = last.otherwise;
  }
  return last === null || completes(last);
}

function tryCompletes(node: ast.Try): boolean {
  if (node.finallyBody && !completes(node.finallyBody)) return false;
  return completes(node.body) || node.catches.some((part) => completes(part.body));
}

function doWhileCompletes(node: ast.DoWhile): boolean {
  return completes(node.body) || hasJump(node.body, 'break') || hasJump(node.body, 'continue');
}

/** A jump of this very loop; those of loops inside are their own. */
function hasJump(node: ast.Statement, kind: 'break' | 'continue'): boolean {
  return node.kind === kind || partsOf(node).some((part) => !isLoop(part) && hasJump(part, kind));
}

function isLoop(node: ast.Statement): boolean {
  return node.kind === 'while' || node.kind === 'doWhile' || node.kind === 'for' || node.kind === 'forEach';
}

/** The statements inside of a statement. */
export function partsOf(node: ast.Statement): readonly ast.Statement[] {
  switch (node.kind) {
    case 'block':
      return node.statements;
    case 'if':
      return branchesOf(node);
    case 'while':
    case 'doWhile':
    case 'runAs':
      return [node.body];
    case 'for':
    case 'forEach':
      return node.body ? [node.body] : [];
    case 'try':
      return [
        node.body,
        ...node.catches.map((part) => part.body),
        ...(node.finallyBody ? [node.finallyBody] : []),
      ];
    case 'switch':
      return [...node.cases.map((part) => part.body), ...(node.otherwise ? [node.otherwise] : [])];
    default:
      return [];
  }
}

function branchesOf(node: ast.If): readonly ast.Statement[] {
  const branches: ast.Statement[] = [];
  let last: ast.Statement | null = node;
  while (last?.kind === 'if') {
    branches.push(last.then);
    last = last.otherwise;
  }
  return last ? [...branches, last] : branches;
}

/** The first unreachable statement of each block. */
function reportUnreachable(node: ast.Statement, isVoid: boolean, scope: Scope): void {
  if (node.kind === 'block') {
    const end = node.statements.findIndex((statement) => endsBlock(statement, isVoid));
    const next = end < 0 ? undefined : node.statements[end + 1];
    if (next)
      scope.report({ code: 'flow/unreachable', span: next.span, message: 'This statement never runs.' });
  }
  for (const part of partsOf(node)) reportUnreachable(part, isVoid, scope);
}

/** Does an `if` end on both sides, as the platform sees an end? */
function bothEnd(node: ast.If): boolean {
  const ends = (branch: ast.Statement): boolean => {
    const last = branch.kind === 'block' ? branch.statements.at(-1) : branch;
    return last !== undefined && endsBlock(last, false);
  };
  return node.otherwise !== null && ends(node.then) && ends(node.otherwise);
}

/**
 * What the platform sees as an end: a jump, and in code with a result an `if` that ends on both sides. It lets
 * statements behind an endless loop, a `try` or a `switch` pass.
 */
function endsBlock(node: ast.Statement, isVoid: boolean): boolean {
  switch (node.kind) {
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
      return true;
    case 'if':
      return !isVoid && bothEnd(node);
    default:
      return false;
  }
}
