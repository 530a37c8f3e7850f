/** The things that mapping files declare, and what else stands in those files. */
import { ts } from 'ts-morph';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import { declaringCall, evaluate, languageCall, type Call } from './evaluate.ts';
import { checkImport } from './imports.ts';

/** A constant made by a declaring function. */
export interface Declaration {
  /** The constant's name. */
  readonly name: string;
  readonly call: Call;
  readonly node: ts.VariableDeclaration;
}

/** All declarations of some files, in their order; reports statements that mean nothing to the reader. */
export function declarationsIn(ctx: ReadContext, files: readonly ts.SourceFile[]): Declaration[] {
  return files.flatMap((file) => file.statements.flatMap((statement) => declarationsOf(ctx, statement)));
}

function declarationsOf(ctx: ReadContext, statement: ts.Statement): Declaration[] {
  if (ts.isImportDeclaration(statement)) checkImport(ctx, statement);
  else if (isConstants(statement)) return statement.declarationList.declarations.flatMap(declarationOf(ctx));
  else if (!isTypeOrExport(statement)) reportStatement(ctx, statement);
  return [];
}

const isConstants = (statement: ts.Statement): statement is ts.VariableStatement =>
  ts.isVariableStatement(statement) &&
  (statement.declarationList.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;

const isTypeOrExport = (statement: ts.Statement): boolean =>
  ts.isInterfaceDeclaration(statement) ||
  ts.isTypeAliasDeclaration(statement) ||
  ts.isExportDeclaration(statement) ||
  ts.isEmptyStatement(statement);

const declarationOf =
  (ctx: ReadContext) =>
  (node: ts.VariableDeclaration): Declaration[] => {
    const call = declaringCall(ctx, node);
    if (call && ts.isIdentifier(node.name)) return [{ name: node.name.text, call, node }];
    if (node.initializer) checkHelper(ctx, node.initializer);
    return [];
  };

/** A helper constant has to be readable even where nothing refers to it. */
function checkHelper(ctx: ReadContext, node: ts.Expression): void {
  const allowed =
    'a text, a number, true or false, a list, an object, a selector, a call of the mapping language';
  const call = languageCall(ctx, node);
  const value = call ?? evaluate(ctx, node, allowed);
  if (value.kind === 'array') for (const item of value.items) checkHelper(ctx, item);
  if (value.kind === 'object') for (const property of value.properties) checkHelper(ctx, property.value);
  if (value.kind === 'call') for (const argument of value.args) checkHelper(ctx, argument);
}

function reportStatement(ctx: ReadContext, statement: ts.Statement): void {
  ctx.report(codes.notUnderstood, statement, {
    what: 'This statement is not understood in a mapping file.',
    why: 'Mappings are read, never executed, so that a statement would have no effect.',
    fix: 'Allowed here: imports, constants (const), interfaces, type aliases, and exports of them.',
  });
}
