import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { ClassType } from '../../types/type.ts';
import { isIncomplete } from '../../types/hierarchy.ts';
import { classType } from '../../types/make.ts';
import type { Scope } from '../checker.ts';
import { unknownExpression } from '../scope.ts';
import { checkArguments } from './arguments.ts';
import { chooseConstructor } from './constructors.ts';

/** `this(...)` and `super(...)`. */
export function checkConstructorCall(node: ast.Call, scope: Scope): IrExpression {
  const which = node.target?.kind === 'super' ? 'super' : 'this';
  if (!isFirstOfConstructor(node, scope)) return misplaced(which, node, scope);
  const type = which === 'this' ? classType(scope.owner) : superClass(scope);
  const args = checkArguments(node.arguments, scope);
  const chosen = type ? chooseConstructor(type, args, scope, node.span) : withoutSuper(args, node, scope);
  if (!chosen) return unknownExpression(node.span);
  if (chosen.method && chosen.method === scope.method) return callsItself(node, scope);
  const { method } = chosen;
  return {
    kind: 'constructorCall',
    which,
    method,
    arguments: chosen.arguments,
    type: { kind: 'void' },
    span: node.span,
  };
}

function isFirstOfConstructor(node: ast.Call, scope: Scope): boolean {
  const declaration = scope.method?.declaration;
  if (declaration?.kind !== 'constructor') return false;
  const first = declaration.body.statements[0];
  return first?.kind === 'expression' && first.expression === node;
}

function misplaced(which: string, node: ast.Call, scope: Scope): IrExpression {
  const message = `'${which}(...)' may only be the first statement of a constructor.`;
  return scope.wrong({ code: 'class/constructor-call', span: node.span, message });
}

function superClass(scope: Scope): ClassType | null {
  const type = scope.world.superTypeOf(classType(scope.owner));
  return type?.kind === 'class' ? type : null;
}

function withoutSuper(args: readonly IrExpression[], node: ast.Call, scope: Scope) {
  if (args.length === 0 || isIncomplete(classType(scope.owner)))
    return { method: null, arguments: [] } as const;
  const message = `${scope.owner.name} extends no class: super() takes no arguments.`;
  scope.report({ code: 'name/unknown-constructor', span: node.span, message });
  return null;
}

function callsItself(node: ast.Call, scope: Scope): IrExpression {
  const message = 'This constructor calls itself.';
  return scope.wrong({ code: 'class/constructor-call', span: node.span, message });
}
