import type { IrAccessor, IrClass, IrInitialStep, IrMethod } from '../ir/ir.ts';
import type * as ast from '../syntax/ast.ts';
import { VOID } from '../types/make.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from '../types/symbols.ts';
import type { ProjectWorld } from '../types/project-world.ts';
import type { World } from '../types/world.ts';
import { declareAnonymous } from './anonymous.ts';
import { declareTrigger, type TriggerHead } from './trigger.ts';
import { checkCode } from './code.ts';
import type { CodeParameter } from './code.ts';
import { checkImplicitSuper } from './constructors.ts';
import { convertTo } from './convert.ts';
import { checkExpression } from './expressions/expression.ts';
import { Body } from './scope.ts';
import type { BodySetting } from './scope.ts';

/**
 * Checks anonymous Apex: a class that no name reaches, with the entry `run()`.
 *
 * @param apiVersion e.g. 67.
 */
export function checkAnonymous(
  world: ProjectWorld,
  unit: ast.AnonymousUnit,
  file: string,
  apiVersion: number,
): IrClass {
  return checkClass(world, declareAnonymous(world, unit, file, apiVersion));
}

/** Checks a trigger: a class with one static method. Null when nobody knows what it is for. */
export function checkTrigger(
  world: ProjectWorld,
  unit: ast.TriggerUnit,
  file: string,
  apiVersion: number,
): { readonly head: TriggerHead; readonly ir: IrClass } | null {
  const declared = declareTrigger(world, unit, file, apiVersion);
  if (!declared) return null;
  const { head, symbol } = declared;
  return { head, ir: new ClassChecker(world, symbol, head.object).check() };
}

/** Checks a class of the project with all its inner classes. Reports to the world's diagnostics and always gives a tree. */
export function checkClass(world: World, symbol: ClassSymbol): IrClass {
  return new ClassChecker(world, symbol).check();
}

class ClassChecker {
  readonly #world: World;
  readonly #symbol: ClassSymbol;
  readonly #triggerObject: string | null;
  readonly #members: readonly ast.Member[];
  readonly #methods: ReadonlyMap<MethodSymbol['declaration'], MethodSymbol>;
  readonly #fields: ReadonlyMap<FieldSymbol['declaration'], FieldSymbol>;

  constructor(world: World, symbol: ClassSymbol, triggerObject: string | null = null) {
    this.#triggerObject = triggerObject;
    this.#world = world;
    this.#symbol = symbol;
    this.#members = membersOf(symbol);
    const methods = [...symbol.constructors, ...[...symbol.methods.values()].flat()];
    this.#methods = new Map(methods.map((method) => [method.declaration, method]));
    this.#fields = new Map([...symbol.fields.values()].map((field) => [field.declaration, field]));
  }

  check(): IrClass {
    if (this.#symbol.constructors.length === 0)
      checkImplicitSuper(this.#symbol, null, this.#setting(null, false));
    return {
      symbol: this.#symbol,
      staticSteps: this.#steps(true),
      instanceSteps: this.#steps(false),
      constructors: this.#members.flatMap((member) =>
        member.kind === 'constructor' ? this.#constructorOf(member) : [],
      ),
      methods: this.#members.flatMap((member) => (member.kind === 'method' ? this.#method(member) : [])),
      accessors: this.#members.flatMap((member) =>
        member.kind === 'property' ? this.#accessors(member) : [],
      ),
      inner: [...this.#symbol.inner.values()].map((inner) => checkClass(this.#world, inner)),
    };
  }

  #setting(method: MethodSymbol | null, isStatic: boolean): BodySetting {
    const returnType = method ? method.returnType : VOID;
    return {
      world: this.#world,
      owner: this.#symbol,
      method,
      isStatic,
      returnType,
      file: this.#symbol.file ?? '',
      triggerObject: this.#triggerObject,
    };
  }

  #steps(isStatic: boolean): readonly IrInitialStep[] {
    return this.#members.flatMap((member) => {
      if (member.kind === 'field') return this.#fieldStep(member, isStatic);
      if (member.kind === 'initializer' && member.isStatic === isStatic) return [this.#blockStep(member)];
      return [];
    });
  }

  #fieldStep(member: ast.FieldDeclaration, isStatic: boolean): readonly IrInitialStep[] {
    const field = this.#fields.get(member);
    if (!member.initializer || !field || field.isStatic !== isStatic) return [];
    const scope = new Body({ ...this.#setting(null, isStatic), isInitialiser: true }).scope();
    const value = checkExpression(member.initializer, scope, field.type);
    const fitting = convertTo(value, field.type, scope, `'${field.name}'`);
    return [{ kind: 'field', field, value: fitting, span: member.span }];
  }

  #blockStep(member: ast.InitializerDeclaration): IrInitialStep {
    const { body, locals } = checkCode({
      setting: { ...this.#setting(null, member.isStatic), isInitialiser: true },
      parameters: [],
      body: member.body,
      name: 'this initialiser',
      nameSpan: member.span,
    });
    return { kind: 'block', body, locals };
  }

  #constructorOf(member: ast.ConstructorDeclaration): readonly IrMethod[] {
    const symbol = this.#methods.get(member);
    if (!symbol) return [];
    const setting = this.#setting(symbol, false);
    checkImplicitSuper(this.#symbol, member, setting);
    return [this.#withBody(symbol, member, member.body, setting)];
  }

  #method(member: ast.MethodDeclaration): readonly IrMethod[] {
    const symbol = this.#methods.get(member);
    if (!symbol) return [];
    if (member.body)
      return [this.#withBody(symbol, member, member.body, this.#setting(symbol, symbol.isStatic))];
    return [{ symbol, parameters: [], locals: [], body: null, span: member.span }];
  }

  #withBody(
    symbol: MethodSymbol,
    member: ast.MethodDeclaration | ast.ConstructorDeclaration,
    body: ast.Block,
    setting: BodySetting,
  ): IrMethod {
    const parameters = parametersOf(symbol, member);
    const name = `'${member.name.text}'`;
    const checked = checkCode({ setting, parameters, body, name, nameSpan: member.name.span });
    return { symbol, ...checked, span: member.span };
  }

  #accessors(member: ast.PropertyDeclaration): readonly IrAccessor[] {
    const field = this.#fields.get(member);
    if (!field) return [];
    const { getter, setter } = member;
    return [
      ...(getter?.body ? [this.#accessor(field, 'get', getter, getter.body)] : []),
      ...(setter?.body ? [this.#accessor(field, 'set', setter, setter.body)] : []),
    ];
  }

  #accessor(field: FieldSymbol, which: 'get' | 'set', accessor: ast.Accessor, body: ast.Block): IrAccessor {
    const isGetter = which === 'get';
    const checked = checkCode({
      setting: { ...this.#setting(null, field.isStatic), returnType: isGetter ? field.type : VOID },
      parameters: isGetter ? [] : [{ name: 'value', type: field.type, isFinal: false, span: accessor.span }],
      body,
      name: `the getter of '${field.name}'`,
      nameSpan: accessor.span,
    });
    const [parameter = null] = checked.parameters;
    return { field, which, parameter, locals: checked.locals, body: checked.body, span: accessor.span };
  }
}

function membersOf(symbol: ClassSymbol): readonly ast.Member[] {
  const { declaration } = symbol;
  return declaration && declaration.kind !== 'enum' ? declaration.members : [];
}

function parametersOf(
  symbol: MethodSymbol,
  member: ast.MethodDeclaration | ast.ConstructorDeclaration,
): readonly CodeParameter[] {
  return symbol.parameters.map((parameter, index) => {
    const declared = member.parameters[index];
    const isFinal = declared?.modifiers.names.some((modifier) => modifier.name === 'final') ?? false;
    return { ...parameter, isFinal, span: declared?.name.span ?? member.span };
  });
}
