import assert from 'node:assert/strict';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Expression, Statement } from '../../src/syntax/ast.ts';
import { parseClass } from '../../src/syntax/parse.ts';

/** The members of a class with the given body, which must have no diagnostics. */
export function members(body: string) {
  const sink = new Diagnostics();
  const unit = parseClass(`public class Sample {\n${body}\n}`, 'Sample.cls', sink);
  assert.deepEqual(sink.all, []);
  assert.equal(unit?.declaration.kind, 'class');
  return unit.declaration.members;
}

export function statements(body: string): readonly Statement[] {
  const [method] = members(`void run() {\n${body}\n}`);
  assert.equal(method?.kind, 'method');
  return method.body!.statements;
}

export function expression(text: string): Expression {
  const [statement] = statements(`${text};`);
  assert.equal(statement?.kind, 'expression');
  return statement.expression;
}

/** `[line:column code message]` of each diagnostic; lines count from the body's first. */
export function problems(body: string): string[] {
  const sink = new Diagnostics();
  parseClass(`public class Sample { void run() {\n${body}\n}}`, 'Sample.cls', sink);
  return sink.all.map(({ span, code, message }) => `${span.line - 1}:${span.column} ${code} ${message}`);
}

/** The tree without spans, identifiers as their text: what matters is left to compare. */
export function bare(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(bare);
  if (node === null || typeof node !== 'object') return node;
  const entries = Object.entries(node).filter(([key]) => !/span$/i.test(key));
  if (entries.length === 1 && entries[0]![0] === 'text') return entries[0]![1];
  return Object.fromEntries(entries.map(([key, value]) => [key, bare(value)]));
}

/** An expression in prefix notation, to show how it is nested. */
export function shape(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return node.type === 'string' ? `'${node.value}'` : node.value;
    case 'name':
      return node.name.text;
    case 'this':
    case 'super':
      return node.kind;
    case 'binary':
    case 'assignment':
      return `(${node.operator} ${shape(node.kind === 'binary' ? node.left : node.target)} ${shape(node.kind === 'binary' ? node.right : node.value)})`;
    case 'unary':
      return `(${node.postfix ? 'post' : 'pre'}${node.operator} ${shape(node.operand)})`;
    case 'parenthesised':
      return `[${shape(node.expression)}]`;
    case 'cast':
      return `(cast ${node.type.parts.map((part) => part.name.text).join('.')} ${shape(node.value)})`;
    case 'member':
      return `${shape(node.target)}${node.safe ? '?.' : '.'}${node.name.text}`;
    case 'index':
      return `${shape(node.target)}{${shape(node.index)}}`;
    case 'call': {
      const target = node.target ? shape(node.target) : '';
      const dot = node.target && node.name ? (node.safe ? '?.' : '.') : '';
      return `${target}${dot}${node.name?.text ?? ''}(${node.arguments.map(shape).join(', ')})`;
    }
    case 'conditional':
      return `(? ${shape(node.condition)} ${shape(node.then)} ${shape(node.otherwise)})`;
    case 'instanceOf':
      return `(is ${shape(node.value)} ${node.type.parts.map((part) => part.name.text).join('.')})`;
    default:
      return node.kind;
  }
}
