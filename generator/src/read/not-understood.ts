/** What the reader says of code that it doesn't take. */
import { ts } from 'ts-morph';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';

/** Reports an expression that isn't understood. */
export function notUnderstood(ctx: ReadContext, node: ts.Node, allowed: string): void {
  ctx.report(codes.notUnderstood, node, {
    what: `${descriptions[node.kind] ?? 'This expression'} is not understood here.`,
    why: 'Mappings are read, never executed, so that only what can be read off the text may stand in them.',
    fix: `Allowed here: ${allowed}.`,
  });
}

const descriptions: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.ArrowFunction]: 'This function',
  [ts.SyntaxKind.AwaitExpression]: 'Waiting for a promise',
  [ts.SyntaxKind.BinaryExpression]: 'A computation',
  [ts.SyntaxKind.CallExpression]: 'A call of a function that is no part of the mapping language',
  [ts.SyntaxKind.ClassExpression]: 'A class',
  [ts.SyntaxKind.ComputedPropertyName]: 'A computed key',
  [ts.SyntaxKind.ConditionalExpression]: 'A conditional expression',
  [ts.SyntaxKind.ElementAccessExpression]: 'Access to an element',
  [ts.SyntaxKind.FunctionExpression]: 'A function expression',
  [ts.SyntaxKind.GetAccessor]: 'A computed property',
  [ts.SyntaxKind.MethodDeclaration]: 'A method',
  [ts.SyntaxKind.NewExpression]: 'Making an object with new',
  [ts.SyntaxKind.NullKeyword]: 'The value null',
  [ts.SyntaxKind.PropertyAccessExpression]: 'Access to a property',
  [ts.SyntaxKind.SpreadAssignment]: 'A spread',
  [ts.SyntaxKind.SpreadElement]: 'A spread',
  [ts.SyntaxKind.TemplateExpression]: 'A template text with substitutions',
};
