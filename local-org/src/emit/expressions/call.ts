import type { MethodSymbol } from '../../types/symbols.ts';
import type { FunctionContext } from '../module.ts';
import { property } from '../names.ts';
import { at, type Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';
import { emitArguments, emitNotNull } from './operand.ts';

/** A method of an object, chosen by what the object is. */
export function emitCall(expression: Ir<'call'>, fn: FunctionContext): Code {
  const target = emitExpression(expression.target, fn);
  if (isUniversal(expression)) {
    const args = expression.arguments.length ? [', ', emitArguments(expression.arguments, fn)] : '';
    return [`$rt.universal[${JSON.stringify(expression.method.jsName)}]($n(`, target, ')', args, ')'];
  }
  const name = at(expression.span, property(expression.method.jsName), '(');
  return [target, name, emitArguments(expression.arguments, fn), ')'];
}

const UNIVERSAL = new Set(['equals/1', 'hashcode/0', 'tostring/0']);

/** `equals`, `hashCode` and `toString` of a target that may be any value, also one without methods in JavaScript. */
function isUniversal(expression: Ir<'call'>): boolean {
  return expression.method.owner.origin === 'platform' && UNIVERSAL.has(expression.method.jsName);
}

export function emitSuperCall(expression: Ir<'superCall'>, fn: FunctionContext): Code {
  const name = at(expression.span, 'super', property(expression.method.jsName), '(');
  return [name, emitArguments(expression.arguments, fn), ')'];
}

export function emitStaticCall(expression: Ir<'staticCall'>, fn: FunctionContext): Code {
  const owner = fn.links.jsClass(expression.method.owner.fullName);
  return [owner, property(expression.method.jsName), '(', emitArguments(expression.arguments, fn), ')'];
}

/** The JavaScript name of a constructor. A platform exception's is spelt as the exceptions' base class has it. */
export function constructorName(method: MethodSymbol | null): string {
  if (!method) return 'new()';
  if (method.jsName.startsWith('new(')) return method.jsName;
  return `new${method.jsName.slice(method.jsName.indexOf('(')).toLowerCase()}`;
}

export function emitConstructorCall(expression: Ir<'constructorCall'>, fn: FunctionContext): Code {
  const target = expression.which === 'super' ? 'super' : 'this';
  const args = emitArguments(expression.arguments, fn);
  // `this(...)` must not run what a subclass declares under the same name.
  const name = constructorName(expression.method);
  if (target === 'super' || !expression.method) return ['super', property(name), '(', args, ')'];
  const owner = fn.links.jsClass(expression.method.owner.fullName);
  const rest = expression.arguments.length ? [', ', args] : '';
  return [owner, '.prototype', property(name), '.call(this', rest, ')'];
}

export function emitPlatformCall(expression: Ir<'platformCall'>, fn: FunctionContext): Code {
  const { method, target } = expression;
  const key = method.jsName;
  const args = emitArguments(expression.arguments, fn);
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

const DYNAMIC_QUERIES = /^(query|countQuery|getQueryLocator)\(/;

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
