import { allInterfaces, bindMethod, superChain } from '../../types/hierarchy.ts';
import { fulfils, implementationOf } from '../../types/js-names.ts';
import { isAssignable } from '../../types/assignability.ts';
import { classType, describe, sameType } from '../../types/make.ts';
import type { ClassSymbol, MethodSymbol } from '../../types/symbols.ts';
import type { ClassType, Type } from '../../types/type.ts';
import type { Report } from './check-declarations.ts';
import { nameAndParameters, signatureOf } from './describe.ts';

/** A class that is not abstract has every method that its interfaces and abstract super classes ask for. */
export function checkAbstract(symbol: ClassSymbol, report: Report): void {
  if (symbol.kind !== 'class') return;
  const type = classType(symbol);
  if (!symbol.isAbstract) checkAbstractMethods(symbol, type, report);
  for (const face of allInterfaces(type)) {
    for (const required of requiredMethods(face)) checkImplementation(symbol, type, required, report);
  }
}

/** Does the method implement one of an interface? */
export function isOfInterface(method: MethodSymbol, symbol: ClassSymbol): boolean {
  return allInterfaces(classType(symbol)).some((face) =>
    requiredMethods(face).some((each) => isFor(method, each)),
  );
}

function isFor(method: MethodSymbol, required: MethodSymbol): boolean {
  return method.name.toLowerCase() === required.name.toLowerCase() && fulfils(method, required);
}

function requiredMethods(face: ClassType): readonly MethodSymbol[] {
  return [...face.symbol.methods.values()].flat().map((each) => bindMethod(each, face));
}

function checkAbstractMethods(symbol: ClassSymbol, type: ClassType, report: Report): void {
  for (const each of superChain(type).slice(1)) {
    if (!each.symbol.isAbstract) continue;
    for (const required of requiredMethods(each)) {
      if (!required.isAbstract) continue;
      const found = implementationOf(required, type);
      if (!found?.isAbstract) continue;
      const message = `"${symbol.name}" must implement the abstract method ${signatureOf(required)} of "${each.symbol.name}".`;
      report(
        'class/missing-method',
        symbol.span!,
        message,
        'Write the method, or declare the class as abstract.',
      );
    }
  }
}

function checkImplementation(
  symbol: ClassSymbol,
  type: ClassType,
  required: MethodSymbol,
  report: Report,
): void {
  const found = implementationOf(required, type);
  if (!found) {
    if (symbol.isAbstract) return;
    const message = `"${symbol.name}" must implement the method ${signatureOf(required)} of "${describe(classTypeOf(required, type))}".`;
    return report('class/missing-method', symbol.span!, message, `Write "public ${signatureOf(required)}".`);
  }
  if (found.owner !== symbol) return;
  const span = found.declaration?.name.span ?? symbol.span!;
  const name = nameAndParameters(found);
  if (found.visibility !== 'public' && found.visibility !== 'global') {
    const message = `${name} implements a method of "${required.owner.name}", so it must be public or global.`;
    report('class/weaker-visibility', span, message, 'Declare it as public.');
  }
  if (returnsFit(found, required)) return;
  const [own, wanted] = [describe(found.returnType), describe(required.returnType)];
  report(
    'class/return-type',
    span,
    `${name} returns ${own}, but "${required.owner.name}" asks for ${wanted}.`,
  );
}

/**
 * An interface is content with a sub type of what it asks for, and the platform's Object with any value. A text may be
 * given where an id is asked for.
 */
function returnsFit(found: MethodSymbol, required: MethodSymbol): boolean {
  if (found.returnType.kind === 'unknown' || required.returnType.kind === 'unknown') return true;
  if (sameType(found.returnType, required.returnType)) return true;
  if (isText(found.returnType) && isText(required.returnType)) return true;
  return required.returnType.kind !== 'primitive' && isAssignable(found.returnType, required.returnType);
}

function isText(type: Type): boolean {
  return type.kind === 'primitive' && (type.name === 'Id' || type.name === 'String');
}

function classTypeOf(required: MethodSymbol, type: ClassType): ClassType {
  return allInterfaces(type).find((each) => each.symbol === required.owner) ?? classType(required.owner);
}
