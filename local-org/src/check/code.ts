import type { IrBlock, IrLocal } from '../ir/ir.ts';
import type * as ast from '../syntax/ast.ts';
import type { Type } from '../types/type.ts';
import { checkFlow } from './flow.ts';
import { markNeverNull } from './nullness.ts';
import { Body, markFinal } from './scope.ts';
import type { BodySetting } from './scope.ts';
import { checkBlockIn } from './statements/statement.ts';

/** A parameter as the code sees it; `span` is where it is declared. */
export interface CodeParameter {
  readonly name: string;
  readonly type: Type;
  readonly isFinal: boolean;
  readonly span: ast.Block['span'];
}

/** Code with a body: a method, a constructor, an accessor, an initialiser. */
export interface Code {
  readonly setting: BodySetting;
  readonly parameters: readonly CodeParameter[];
  readonly body: ast.Block;
  /** How messages name it: `'run'`, `this getter`. */
  readonly name: string;
  readonly nameSpan: ast.Block['span'];
}

export interface CheckedCode {
  readonly parameters: readonly IrLocal[];
  readonly locals: readonly IrLocal[];
  readonly body: IrBlock;
}

/** Checks one piece of code. Parameters and the body's own variables share one scope, as Apex wants it. */
export function checkCode(code: Code): CheckedCode {
  const whole = new Body(code.setting);
  const scope = whole.scope();
  const parameters = code.parameters.map((parameter) => {
    const local = scope.declare(parameter.name, parameter.type, parameter.span);
    if (parameter.isFinal) markFinal(local);
    return local;
  });
  const body = checkBlockIn(code.body, scope);
  checkFlow(code.body, code.name, code.nameSpan, scope);
  const locals = whole.locals.slice(parameters.length);
  markNeverNull(body, locals);
  return { parameters, locals, body };
}
