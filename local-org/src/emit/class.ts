import type { IrAccessor, IrClass, IrInitialStep, IrLocal, IrMethod, IrStatement } from '../ir/ir.ts';
import type { FieldSymbol, MethodSymbol } from '../types/symbols.ts';
import { emitExpression } from './expressions/expression.ts';
import { hasAccessors, slotName } from './members.ts';
import { type CoverageCounters, FunctionContext, type ModuleLinks } from './module.ts';
import { constructorName, jsClassName, property } from './names.ts';
import { emitBlock } from './statements/statement.ts';
import { at, type Code } from './writer.ts';

/** `(Super) => class Foo extends Super {...}`: the linker knows the super class once it has linked that. */
export function emitClass(ir: IrClass, links: ModuleLinks, coverage: CoverageCounters | null): Code {
  return new ClassEmitter(ir, links, coverage).emit();
}

/** Kinds of numbers that others are converted to. */
const WIDE_NUMBERS: ReadonlySet<string> = new Set(['Double', 'Decimal', 'Long']);

class ClassEmitter {
  readonly #ir: IrClass;
  readonly #links: ModuleLinks;
  readonly #coverage: CoverageCounters | null;

  constructor(ir: IrClass, links: ModuleLinks, coverage: CoverageCounters | null) {
    this.#ir = ir;
    this.#links = links;
    this.#coverage = coverage;
  }

  emit(): Code {
    const { symbol } = this.#ir;
    const fields = [...symbol.fields.values()];
    return [
      `(Super) => class ${jsClassName(symbol)} extends Super {\n`,
      'static $ = null;\n',
      this.#staticInit(fields.filter((field) => field.isStatic)),
      this.#slots(fields.filter((field) => !field.isStatic)),
      this.#fieldValues(),
      this.#blocks(),
      `apexType() { return ${this.#links.value(`type(${JSON.stringify(symbol.fullName)})`)}; }\n`,
      ...fields.filter(hasAccessors).map((field) => this.#property(field)),
      ...this.#allConstructors(),
      ...this.#ir.methods.filter((method) => method.body).map((method) => this.#method(method)),
      '}',
    ];
  }

  #context(isStatic: boolean): FunctionContext {
    return new FunctionContext(this.#links, this.#coverage, isStatic, { owner: this.#ir.symbol });
  }

  /** Fields start as null, in the order of declaration; constants have their values first, then the initialisers run in that order. */
  #staticInit(fields: readonly FieldSymbol[]): Code {
    const fn = this.#context(true);
    const record = fields.map((field) => `${JSON.stringify(slotName(field))}: null`).join(', ');
    const { staticSteps } = this.#ir;
    const inOrder = [...staticSteps.filter(isConstant), ...staticSteps.filter((step) => !isConstant(step))];
    const steps = inOrder.map((step) => this.#step(step, fn, (field) => `$${property(slotName(field))}`));
    return [
      'static $init() {\n',
      `const $ = this.$ = { ${record} };\n$rt.initialised(this);\n`,
      fn.declarations([]),
      ...steps,
      'return $;\n}\n',
    ];
  }

  #slots(fields: readonly FieldSymbol[]): Code {
    if (!fields.length) return '';
    const sets = fields.map((field) => `this${property(slotName(field))} = null;\n`);
    return ['constructor() {\nsuper();\n', ...sets, '}\n'];
  }

  /** What fields are given where they are declared: the super class's first. */
  #fieldValues(): Code {
    const steps = this.#ir.instanceSteps.filter((step) => step.kind === 'field');
    return steps.length
      ? ['["$fields()"]() {\nsuper["$fields()"]();\n', this.#instanceSteps(steps), '}\n']
      : '';
  }

  /** Private in JavaScript, so that a subclass's blocks never run in its place. */
  #blocks(): Code {
    const steps = this.#ir.instanceSteps.filter((step) => step.kind === 'block');
    return steps.length ? ['#blocks() {\n', this.#instanceSteps(steps), '}\n'] : '';
  }

  #instanceSteps(steps: readonly IrInitialStep[]): Code {
    const fn = this.#context(false);
    const code = steps.map((step) => this.#step(step, fn, (field) => `this${property(slotName(field))}`));
    return [fn.declarations([]), ...code];
  }

  #step(step: IrInitialStep, fn: FunctionContext, place: (field: FieldSymbol) => string): Code {
    if (step.kind === 'block') return emitBlock(step.body, fn);
    const count = this.#coverage ? `$c[${this.#coverage.counter(step.span.line)}]++;\n` : '';
    const value = emitExpression(step.value, fn);
    const target = hasCodeSetter(step.field) ? null : place(step.field);
    if (target) return [count, at(step.span, `${target} = `, value, ';\n')];
    const setter = step.field.isStatic
      ? `this.$set_${step.field.jsName}(`
      : `this${property(step.field.jsName)} = (`;
    return [count, at(step.span, setter, value, ');\n')];
  }

  #property(field: FieldSymbol): Code {
    const accessors = this.#ir.accessors.filter((accessor) => accessor.field === field);
    const getter = accessors.find((accessor) => accessor.which === 'get');
    const setter = accessors.find((accessor) => accessor.which === 'set');
    const slot = `this${property(slotName(field))}`;
    const statics = `(this.$ ?? this.$init())${property(slotName(field))}`;
    const place = field.isStatic ? statics : slot;
    const head = (which: 'get' | 'set') => {
      if (field.isStatic) return `static $${which}_${field.jsName}`;
      return `${which} ${/^\w+$/.test(field.jsName) ? field.jsName : JSON.stringify(field.jsName)}`;
    };
    const get = getter
      ? this.#accessor(getter, head('get'), field.isStatic)
      : `${head('get')}() { return ${place}; }\n`;
    const set = setter
      ? this.#accessor(setter, head('set'), field.isStatic)
      : `${head('set')}($v) { ${place} = $v; }\n`;
    return [get, set];
  }

  #accessor(accessor: IrAccessor, head: string, isStatic: boolean): Code {
    const fn = new FunctionContext(this.#links, this.#coverage, isStatic, {
      accessorOf: accessor.field,
      owner: this.#ir.symbol,
    });
    const parameters = accessor.parameter ? [accessor.parameter] : [];
    return at(accessor.span, this.#function(head, parameters, emitBlock(accessor.body, fn), fn));
  }

  #function(head: string, parameters: readonly IrLocal[], body: Code, fn: FunctionContext): Code {
    const names = parameters.map((parameter) => parameter.jsName).join(', ');
    return [`${head}(${names}) {\n`, fn.declarations(parameters), body, '}\n'];
  }

  #method(method: IrMethod): Code {
    const { symbol } = method;
    const fn = this.#context(symbol.isStatic);
    method.parameters.forEach((parameter) => fn.local(parameter));
    const body = method.body ? emitBlock(method.body, fn) : '';
    const start = symbol.isStatic ? this.#staticPrologue() : this.#conversions(method);
    const head = `${symbol.isStatic ? 'static ' : ''}[${JSON.stringify(symbol.jsName)}]`;
    const future = futureOf(symbol);
    const code = future ? this.#later(body, future) : body;
    return [
      at(method.span, this.#function(head, method.parameters, [start, code], fn)),
      ...this.#aliases(symbol),
    ];
  }

  /** A future method only queues what it is to do. */
  #later(body: Code, { allowsCallouts }: Future): Code {
    const name = JSON.stringify(this.#ir.symbol.fullName);
    return [`$rt.future(${name}, ${String(allowsCallouts)}, () => {\n`, body, '});\n'];
  }

  /** The method under the names that interfaces and abstract classes ask for; of the object, also for a static one. */
  #aliases(symbol: MethodSymbol): Code[] {
    const names = symbol.parameters.map((_, index) => `$${index}`).join(', ');
    const target = symbol.isStatic ? this.#links.jsClass(this.#ir.symbol.fullName) : 'this';
    return symbol.aliases.map((alias) => {
      return `[${JSON.stringify(alias)}](${names}) { return ${target}[${JSON.stringify(symbol.jsName)}](${names}); }\n`;
    });
  }

  /** Who calls a method of the platform's (`Comparator<Object>`) may hand over a number of another kind. */
  #conversions({ symbol, parameters }: IrMethod): string[] {
    if (!symbol.jsName.includes('/')) return [];
    return symbol.parameters.flatMap(({ type }, at) => {
      const name = parameters[at]!.jsName;
      const isWide = type.kind === 'primitive' && WIDE_NUMBERS.has(type.name);
      return isWide ? [`${name} = $rt.cast(${this.#links.type(type)}, ${name});\n`] : [];
    });
  }

  /** The first use of a class runs its static code, whatever is used of it. */
  #staticPrologue(): string {
    return this.#hasStaticCode() ? 'this.$ ?? this.$init();\n' : '';
  }

  #hasStaticCode(): boolean {
    return this.#ir.staticSteps.length > 0;
  }

  #allConstructors(): Code[] {
    const own = this.#ir.constructors.map((constructor) => this.#ownConstructor(constructor));
    if (own.length) return own;
    // Without a constructor of its own a class has the default one; an exception also has the base's others.
    const names = this.#extendsException() ? EXCEPTION_CONSTRUCTORS : ['new()'];
    return names.map((name) => this.#defaultConstructor(name));
  }

  #extendsException(): boolean {
    let type = this.#ir.symbol.superType;
    while (type?.kind === 'class') {
      if (type.symbol.fullName === 'System.Exception') return true;
      type = type.symbol.superType;
    }
    return false;
  }

  #defaultConstructor(name: string): Code {
    const parameters = name === 'new()' ? '' : name.includes(',') ? '$a, $b' : '$a';
    const above = this.#ir.symbol.superType ? `super[${JSON.stringify(name)}](${parameters});\n` : '';
    return `[${JSON.stringify(name)}](${parameters}) {\n${this.#newPrologue()}${this.#runFields()}${above}${this.#runBlocks()}return this;\n}\n`;
  }

  #newPrologue(): string {
    if (!this.#hasStaticCode()) return '';
    const jsClass = this.#links.jsClass(this.#ir.symbol.fullName);
    return `${jsClass}.$ ?? ${jsClass}.$init();\n`;
  }

  /** Whichever constructor is called first of an object gives its fields their values, those of all classes at once. */
  #runFields(): string {
    const { symbol, instanceSteps } = this.#ir;
    if (!symbol.superType && !instanceSteps.some((step) => step.kind === 'field')) return '';
    return `if (this.constructor === ${this.#links.jsClass(symbol.fullName)}) this["$fields()"]();\n`;
  }

  #runBlocks(): string {
    return this.#ir.instanceSteps.some((step) => step.kind === 'block') ? 'this.#blocks();\n' : '';
  }

  /**
   * Fields have their values before a super constructor runs, unlike in Java: a method that it calls may use them. Blocks
   * run after it. `this(...)` leaves both to the other constructor.
   */
  #ownConstructor(constructor: IrMethod): Code {
    const fn = new FunctionContext(this.#links, this.#coverage, false, {
      isConstructor: true,
      owner: this.#ir.symbol,
    });
    constructor.parameters.forEach((parameter) => fn.local(parameter));
    const statements = constructor.body?.statements ?? [];
    const [first, ...rest] = statements;
    const call = constructorCall(first);
    const body = (part: readonly IrStatement[]): Code =>
      emitBlock({ kind: 'block', statements: part, span: constructor.span }, fn);
    const code: Code[] = [this.#newPrologue()];
    if (call === 'this') code.push(body(statements));
    else if (call === 'super')
      code.push(this.#runFields(), body(first ? [first] : []), this.#runBlocks(), body(rest));
    else code.push(this.#runFields(), this.#implicitSuper(), this.#runBlocks(), body(statements));
    code.push('return this;\n');
    const head = `[${JSON.stringify(constructorName(constructor.symbol))}]`;
    return at(constructor.span, this.#function(head, constructor.parameters, code, fn));
  }

  #implicitSuper(): string {
    return this.#ir.symbol.superType ? 'super["new()"]();\n' : '';
  }
}

const EXCEPTION_CONSTRUCTORS = ['new()', 'new(string)', 'new(exception)', 'new(string,exception)'];

function constructorCall(statement: IrStatement | undefined): 'this' | 'super' | null {
  if (statement?.kind !== 'expression' || statement.expression.kind !== 'constructorCall') return null;
  return statement.expression.which;
}

interface Future {
  readonly allowsCallouts: boolean;
}

function futureOf(symbol: MethodSymbol): Future | null {
  const found = symbol.annotations.find(({ name }) => name.text.toLowerCase() === 'future');
  if (!found) return null;
  const isCallout = ({ name, value }: (typeof found.arguments)[number]): boolean =>
    name.toLowerCase() === 'callout' && value === true;
  return { allowsCallouts: found.arguments.some(isCallout) };
}

function hasCodeSetter(field: FieldSymbol): boolean {
  return field.property?.setter === 'code';
}

/** `static final String NAME = 'x'`: known before anything runs, so that code further up sees it. */
function isConstant(step: IrInitialStep): boolean {
  return step.kind === 'field' && step.field.isFinal && step.value.kind === 'literal';
}
