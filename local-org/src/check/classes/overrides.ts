import { bindMethod, superChain } from '../../types/hierarchy.ts';
import { fulfils } from '../../types/js-names.ts';
import { classType, describe, sameType } from '../../types/make.ts';
import type { ClassSymbol, MethodSymbol, Visibility } from '../../types/symbols.ts';
import { isVisible } from '../../types/visibility.ts';
import type { Report } from './check-declarations.ts';
import { methodsOf, nameAndParameters } from './describe.ts';
import { isOfEveryObject } from './every-object.ts';
import { isOfInterface } from './abstract.ts';

/** From the least visible on. */
export const VISIBILITIES: readonly Visibility[] = ['private', 'protected', 'public', 'global'];

/** What a method overrides must be open, and the method must say so, return the same and be as visible. */
export function checkOverrides(symbol: ClassSymbol, report: Report): void {
  if (symbol.kind !== 'class') return;
  const above = superChain(classType(symbol)).slice(1);
  for (const method of methodsOf(symbol)) {
    if (method.isStatic) continue;
    const found = above
      .flatMap((each) =>
        (each.symbol.methods.get(method.name.toLowerCase()) ?? []).map((one) => bindMethod(one, each)),
      )
      .filter((each) => !each.isStatic && fulfils(method, each));
    // What is private and virtual is open where it can be seen: to tests when it is marked @TestVisible.
    const overridden = found.find(
      (each) => each.visibility !== 'private' || (each.isVirtual && isVisible(each, symbol)),
    );
    if (overridden) checkOverride(method, overridden, report);
    // An abstract method without an access modifier may be implemented with `override` and without.
    else if (found.some((each) => each.isAbstract)) continue;
    else checkNothingOverridden(method, symbol, report);
  }
}

function checkOverride(method: MethodSymbol, overridden: MethodSymbol, report: Report): void {
  const { span } = method.declaration!.name;
  const name = nameAndParameters(method);
  const where = `of "${overridden.owner.name}"`;
  if (!overridden.isVirtual && !overridden.isAbstract) {
    const suggestion = overridden.owner.origin === 'source' ? 'Declare that method as virtual.' : undefined;
    return report(
      'class/not-virtual-method',
      span,
      `The method ${name} ${where} cannot be overridden.`,
      suggestion,
    );
  }
  // What is private and abstract, as it may be before API 65, is implemented with or without the word.
  if (!method.isOverride && overridden.visibility !== 'private') {
    const message = `${name} overrides the method ${where} and does not say so.`;
    report('class/missing-override', span, message, 'Add the modifier "override".');
  }
  if (!sameType(method.returnType, overridden.returnType)) {
    const [own, other] = [describe(method.returnType), describe(overridden.returnType)];
    report(
      'class/return-type',
      span,
      `${name} returns ${own}, but the method ${where} that it overrides returns ${other}.`,
    );
  }
  if (VISIBILITIES.indexOf(method.visibility) < VISIBILITIES.indexOf(neededVisibility(overridden))) {
    const message = `${name} is ${method.visibility}, but the method ${where} that it overrides is ${overridden.visibility}.`;
    report('class/weaker-visibility', span, message, `Declare it as ${neededVisibility(overridden)}.`);
  }
}

/** What is global need not stay so: everything of the platform is. */
function neededVisibility({ visibility }: MethodSymbol): Visibility {
  return visibility === 'global' ? 'public' : visibility;
}

function checkNothingOverridden(method: MethodSymbol, symbol: ClassSymbol, report: Report): void {
  if (!method.isOverride) return checkToString(method, report);
  if (isOfEveryObject(method) || isOfInterface(method, symbol)) return;
  if (superChain(classType(symbol)).some((each) => each.symbol.superType?.kind === 'unknown')) return;
  const { span } = method.declaration!.name;
  const message = `${nameAndParameters(method)} overrides no method of a super class.`;
  report('class/nothing-to-override', span, message, 'Remove the modifier "override".');
}

/** Every object has it; unlike with `equals` and `hashCode` the platform asks for the word. */
function checkToString(method: MethodSymbol, report: Report): void {
  if (method.isStatic || method.jsName !== 'tostring/0') return;
  const message = 'toString() overrides the method of every object and does not say so.';
  report('class/missing-override', method.declaration!.name.span, message, 'Add the modifier "override".');
}
