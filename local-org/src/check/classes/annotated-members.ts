import { findAnnotation, hasModifier } from '../../types/modifiers.ts';
import { describe } from '../../types/make.ts';
import type { ClassSymbol, MethodSymbol } from '../../types/symbols.ts';
import type { Type } from '../../types/type.ts';
import type { Report } from './check-declarations.ts';
import { methodsOf } from './describe.ts';

/** What an annotation asks of its method; gives what is wrong, as the end of a sentence, or null. */
type Demand = (method: MethodSymbol) => string | null;

const isStatic: Demand = (method) => (method.isStatic ? null : 'must be static');
const isVoid: Demand = (method) => (method.returnType.kind === 'void' ? null : 'must return nothing');
const hasNoParameters: Demand = (method) =>
  method.parameters.length === 0 ? null : 'must have no parameters';
const isPublic: Demand = (method) =>
  method.visibility === 'public' || method.visibility === 'global' ? null : 'must be public or global';
const isGlobal: Demand = (method) => (method.visibility === 'global' ? null : 'must be global');
const isOfTest: Demand = (method) => (method.owner.isTest ? null : 'must be in a class with @IsTest');
/** Before API 28 tests could stand among other methods. */
const isOfTestClass: Demand = (method) => (method.owner.apiVersion < 28 ? null : isOfTest(method));
const isTopLevel: Demand = (method) => (method.owner.outer ? 'cannot be in an inner class' : null);
const isOfResource: Demand = (method) =>
  findAnnotation(method.owner.annotations, 'RestResource') ? null : 'must be in a class with @RestResource';
const takesPlainValues: Demand = (method) => {
  const wrong = method.parameters.find((each) => !isPlain(each.type));
  return wrong
    ? `can only have parameters that are primitives or collections of them, not ${describe(wrong.type)}`
    : null;
};
const takesOneList: Demand = (method) => {
  if (method.parameters.length > 1) return 'can have only one parameter';
  const [only] = method.parameters;
  return only && !isList(only.type) ? `must have a List as its parameter, not ${describe(only.type)}` : null;
};
const returnsList: Demand = (method) =>
  method.returnType.kind === 'void' || isList(method.returnType)
    ? null
    : `must return a List or nothing, not ${describe(method.returnType)}`;
/** Without parameters an instance method is read like a property. */
const isStaticOrGetter: Demand = (method) => {
  if (method.isStatic) return null;
  return /^get/i.test(method.name) && method.parameters.length === 0
    ? null
    : 'must be static, or begin with "get" and have no parameters';
};

/** The limits that it lifts are those of a request from outside or of a scheduled job. */
const isCalledFromOutside: Demand = (method) => {
  const isService = method.declaration?.modifiers.names.some(({ name }) => name === 'webservice');
  const isRemote = findAnnotation(method.annotations, 'RemoteAction') !== null;
  const isScheduled = method.name.toLowerCase() === 'execute' && method.parameters.length === 1;
  return isService || isRemote || isScheduled
    ? null
    : 'must be a web service, a remote action or `execute` of a Schedulable';
};

const REST: readonly Demand[] = [isStatic, isGlobal, isOfResource];
const DEMANDS: Readonly<Record<string, readonly Demand[]>> = {
  AuraEnabled: [isPublic, isStaticOrGetter],
  Future: [isStatic, isVoid, isTopLevel, takesPlainValues],
  InvocableMethod: [isStatic, isPublic, isTopLevel, takesOneList, returnsList],
  IsTest: [isStatic, isVoid, hasNoParameters, isOfTest, isTopLevel],
  TestSetup: [isStatic, isVoid, hasNoParameters, isOfTest, isTopLevel],
  ReadOnly: [isCalledFromOutside],
  RemoteAction: [isStatic, isPublic],
  HttpDelete: REST,
  HttpGet: REST,
  HttpPatch: REST,
  HttpPost: REST,
  HttpPut: REST,
};
/** At most one method of a class has them. */
const ONCE = ['InvocableMethod', 'TestSetup', 'HttpDelete', 'HttpGet', 'HttpPatch', 'HttpPost', 'HttpPut'];

/** Methods have the shape that their annotations ask for. */
export function checkAnnotatedMembers(symbol: ClassSymbol, report: Report): void {
  const methods = methodsOf(symbol);
  for (const [name, demands] of Object.entries(DEMANDS)) {
    const annotated = methods.filter((each) => findAnnotation(each.annotations, name));
    for (const method of annotated) checkDemands(method, `@${name}`, demands, report);
    if (!ONCE.includes(name)) continue;
    for (const method of annotated.slice(1)) {
      const message = `"${symbol.name}" has more than one method with "@${name}".`;
      report('class/annotation', method.declaration!.name.span, message);
    }
  }
  const testMethods = methods.filter(({ declaration }) => hasModifier(declaration!.modifiers, 'testmethod'));
  for (const method of testMethods) checkDemands(method, 'testMethod', [isStatic, isOfTestClass], report);
  checkOverloads(methods, report);
}

function checkDemands(method: MethodSymbol, mark: string, demands: readonly Demand[], report: Report): void {
  for (const demand of demands) {
    const wrong = demand(method);
    if (!wrong) continue;
    report('class/annotation', method.declaration!.name.span, `"${method.name}" has "${mark}" and ${wrong}.`);
  }
}

/** A component calls a method by its name alone. */
function checkOverloads(methods: readonly MethodSymbol[], report: Report): void {
  const seen = new Set<string>();
  for (const method of methods) {
    if (!findAnnotation(method.annotations, 'AuraEnabled')) continue;
    const key = method.name.toLowerCase();
    if (seen.has(key)) {
      const message = `"${method.name}" has "@AuraEnabled" and cannot be overloaded.`;
      report('class/annotation', method.declaration!.name.span, message);
    }
    seen.add(key);
  }
}

function isList(type: Type): boolean {
  return type.kind === 'unknown' || (type.kind === 'class' && type.symbol.fullName === 'System.List');
}

function isPlain(type: Type): boolean {
  if (type.kind === 'primitive' || type.kind === 'unknown') return true;
  const isCollection = type.kind === 'class' && /^System\.(?:List|Set|Map)$/.test(type.symbol.fullName);
  return isCollection && type.arguments.every(isPlain);
}
