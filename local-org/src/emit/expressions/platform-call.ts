import type { IrExpression } from '../../ir/ir.ts';
import type { MethodSymbol } from '../../types/symbols.ts';
import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';
import { emitHeld, holdsArguments } from './late-check.ts';
import { emitArguments, emitNotNull } from './operand.ts';
import { emitQueryForLater } from './soql.ts';

export function emitPlatformCall(expression: Ir<'platformCall'>, fn: FunctionContext): Code {
  const { returnType } = expression.method;
  const isText = returnType.kind === 'primitive' && returnType.name === 'String';
  const call = callOf(expression, fn);
  return isText ? ['$t(', call, ')'] : call;
}

function callOf(expression: Ir<'platformCall'>, fn: FunctionContext): Code {
  const { method, target } = expression;
  const key = method.jsName;
  if (target && !takesNull(method) && holdsArguments(target, expression.arguments)) {
    const late = fn.links.library(method.owner.fullName, 'method', key);
    return emitHeld(target, expression.arguments, fn, (held, list) => [late, `($n(${held}), `, list, ')']);
  }
  const args = isLocator(method)
    ? emitLocatorArguments(expression.arguments, fn)
    : emitArguments(expression.arguments, fn);
  if (!target) {
    const call = [fn.links.library(method.owner.fullName, 'static', key), '(', args, ')'];
    return isDynamicQuery(method) ? withBinds(call, fn) : call;
  }
  const rest = expression.arguments.length ? [', ', args] : '';
  const called = fn.links.library(method.owner.fullName, 'method', key);
  const checked = takesNull(method) ? emitExpression(target, fn) : emitNotNull(target, fn);
  return [called, '(', checked, rest, ')'];
}

/** The platform hands the target of `Blob.toString()` on as an argument, so null is said to be a wrong argument. */
function takesNull({ owner, jsName }: MethodSymbol): boolean {
  return owner.fullName === 'System.Blob' && jsName === 'toString()';
}

function isLocator({ owner, jsName }: MethodSymbol): boolean {
  return owner.fullName === 'System.Database' && jsName.startsWith('getQueryLocator(List');
}

/** A locator runs a query in brackets by itself: it has limits of its own, and an access level may come behind. */
function emitLocatorArguments([query, ...rest]: readonly IrExpression[], fn: FunctionContext): Code {
  if (query?.kind !== 'soql') return emitArguments(query ? [query, ...rest] : rest, fn);
  const level = rest.length ? [', ', emitArguments(rest, fn)] : '';
  return [emitQueryForLater(query, fn), level];
}

const DYNAMIC_QUERIES = /^(query|countQuery|getQueryLocator|getCursor|getPaginationCursor)\(/;

function isDynamicQuery(method: MethodSymbol): boolean {
  const owner = method.owner.fullName;
  return (owner === 'System.Database' || owner === 'System.Search') && DYNAMIC_QUERIES.test(method.jsName);
}

/** `Database.query('... :ids')` sees the variables around it: locals, then members of the object and of its class. */
function withBinds(call: Code, fn: FunctionContext): Code {
  const cases = [...fn.variables].map(([name, jsName]) => `case ${JSON.stringify(name)}: return ${jsName};`);
  const owner = fn.owner ? fn.links.jsClass(fn.owner.fullName) : 'null';
  const rest = `return $rt.member(${fn.isStatic ? 'null' : 'this'}, ${owner}, $name.toLowerCase());`;
  const find = `($name) => { switch ($name.toLowerCase()) { ${cases.join(' ')} } ${rest} }`;
  return [`$rt.withBinds(${find}, () => `, call, ')'];
}
