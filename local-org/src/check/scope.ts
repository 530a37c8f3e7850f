import type { Diagnostic, Span } from '../diagnostics/diagnostic.ts';
import type { IrExpression, IrLocal } from '../ir/ir.ts';
import type { ClassSymbol, MethodSymbol } from '../types/symbols.ts';
import type { Type } from '../types/type.ts';
import type { World } from '../types/world.ts';
import type { Scope } from './checker.ts';
import { isReservedInJavaScript } from './reserved-words.ts';
import { defaultAccess } from './classes/defaults.ts';

/** What a body of code is checked in: everything that stays the same in all its blocks. */
export interface BodySetting {
  readonly world: World;
  readonly owner: ClassSymbol;
  readonly method: MethodSymbol | null;
  readonly isStatic: boolean;
  readonly isInitialiser?: boolean;
  readonly returnType: Type;
  readonly file: string;
  /** Of a trigger's own code: its object. */
  readonly triggerObject?: string | null;
}

/** Locals that were declared `final` and have their value: they may not be assigned again. */
const finalLocals = new WeakSet<IrLocal>();

export function markFinal(local: IrLocal): void {
  finalLocals.add(local);
}

export function isFinalLocal(local: IrLocal): boolean {
  return finalLocals.has(local);
}

/** One method body, accessor or initialiser: gives out its scopes and keeps its locals in order of declaration. */
export class Body {
  readonly setting: BodySetting;
  readonly locals: IrLocal[] = [];
  readonly #usedNames = new Map<string, number>();
  #temporaries = 0;

  constructor(setting: BodySetting) {
    this.setting = setting;
  }

  scope(): BlockScope {
    return new BlockScope(this, null, 0);
  }

  addLocal(name: string, type: Type): IrLocal {
    return this.#add(name, this.#uniqueName(name), type);
  }

  addTemporary(type: Type): IrLocal {
    this.#temporaries += 1;
    const name = `_$${this.#temporaries}`;
    return this.#add(name, name, type);
  }

  #add(name: string, jsName: string, type: Type): IrLocal {
    const local: IrLocal = { name, jsName, type, neverNull: false };
    this.locals.push(local);
    return local;
  }

  #uniqueName(name: string): string {
    const key = name.toLowerCase();
    const count = (this.#usedNames.get(key) ?? 0) + 1;
    this.#usedNames.set(key, count);
    if (count > 1) return `${name}$${count}`;
    return isReservedInJavaScript(name) || name.startsWith('$') ? `${name}$1` : name;
  }
}

/** A block of a body; its variables hide nothing, since Apex forbids two visible ones of the same name. */
export class BlockScope implements Scope {
  readonly #body: Body;
  readonly #parent: BlockScope | null;
  readonly #variables = new Map<string, IrLocal>();
  readonly loops: number;

  constructor(body: Body, parent: BlockScope | null, loops: number) {
    this.#body = body;
    this.#parent = parent;
    this.loops = loops;
  }

  get world(): World {
    return this.#body.setting.world;
  }

  get owner(): ClassSymbol {
    return this.#body.setting.owner;
  }

  get method(): MethodSymbol | null {
    return this.#body.setting.method;
  }

  get isStatic(): boolean {
    return this.#body.setting.isStatic;
  }

  get isInitialiser(): boolean {
    return this.#body.setting.isInitialiser ?? false;
  }

  get returnType(): Type {
    return this.#body.setting.returnType;
  }

  get file(): string {
    return this.#body.setting.file;
  }

  get defaultAccess(): 'user' | 'system' {
    // A trigger's own code runs in system mode, whatever its version.
    return this.triggerObject === null ? defaultAccess(this.owner) : 'system';
  }

  get triggerObject(): string | null {
    return this.#body.setting.triggerObject ?? null;
  }

  local(name: string): IrLocal | null {
    return this.#find(name.toLowerCase());
  }

  #find(key: string): IrLocal | null {
    const own = this.#variables.get(key);
    if (own) return own;
    return this.#parent ? this.#parent.#find(key) : null;
  }

  declare(name: string, type: Type, span: Span): IrLocal {
    if (this.local(name)) {
      this.report({
        code: 'name/duplicate',
        span,
        message: `A variable '${name}' exists here already.`,
        suggestion: 'Give one of the two another name.',
      });
    }
    const local = this.#body.addLocal(name, type);
    this.#variables.set(name.toLowerCase(), local);
    return local;
  }

  temporary(type: Type): IrLocal {
    return this.#body.addTemporary(type);
  }

  block(): BlockScope {
    return new BlockScope(this.#body, this, this.loops);
  }

  loop(): BlockScope {
    return new BlockScope(this.#body, this, this.loops + 1);
  }

  report(diagnostic: Omit<Diagnostic, 'file' | 'severity'>): void {
    this.world.diagnostics.report({ ...diagnostic, file: this.file, severity: 'error' });
  }

  wrong(diagnostic: Omit<Diagnostic, 'file' | 'severity'>): IrExpression {
    this.report(diagnostic);
    return unknownExpression(diagnostic.span);
  }
}

/** What stands for an expression that was already reported. Emitted, it refuses: nothing wrong is passed over in silence. */
export function unknownExpression(span: Span): IrExpression {
  return { kind: 'literal', literal: 'null', value: null, type: { kind: 'unknown' }, span };
}
