import { didYouMean } from '../../diagnostics/suggest.ts';
import type * as ast from '../../syntax/ast.ts';
import type { ClassSymbol } from '../../types/symbols.ts';
import { ANNOTATIONS } from './annotation-rules.ts';
import type { Annotated } from './annotation-rules.ts';
import type { Report } from './check-declarations.ts';

/** Annotations exist, stand where they may, once, and have the arguments that they know. */
export function checkAnnotations(symbol: ClassSymbol, report: Report): void {
  const { declaration } = symbol;
  if (!declaration) return;
  check(declaration.modifiers, symbol.kind, report);
  const isTest = declaration.modifiers.annotations.find(({ name }) => name.text.toLowerCase() === 'istest');
  if (symbol.outer && isTest) {
    report('class/annotation', isTest.name.span, '"@IsTest" is not allowed on an inner class.');
  }
  if (declaration.kind === 'enum') return;
  for (const member of declaration.members) {
    if (member.kind === 'method' || member.kind === 'constructor') {
      const isOfInterface = symbol.kind === 'interface' && member.kind === 'method';
      check(member.modifiers, isOfInterface ? 'interface method' : member.kind, report);
      member.parameters.forEach((each) => check(each.modifiers, 'parameter', report));
    } else if (member.kind === 'field' || member.kind === 'property') {
      check(member.modifiers, member.kind, report);
      if (member.kind !== 'property') continue;
      for (const accessor of [member.getter, member.setter])
        if (accessor) check(accessor.modifiers, 'accessor', report);
    }
  }
}

function check(modifiers: ast.Modifiers, on: Annotated, report: Report): void {
  const seen = new Set<string>();
  for (const annotation of modifiers.annotations) {
    const { text, span } = annotation.name;
    const rule = ANNOTATIONS.get(text.toLowerCase());
    if (!rule) {
      const names = [...ANNOTATIONS.values()].map((each) => each.name);
      report(
        'class/unknown-annotation',
        span,
        `There is no annotation "@${text}".`,
        didYouMean(text, names).suggestion,
      );
      continue;
    }
    if (!rule.on.includes(on)) {
      report(
        'class/annotation',
        span,
        `"@${rule.name}" is not allowed on ${on === 'accessor' ? 'an' : 'a'} ${on}.`,
      );
    }
    if (seen.has(rule.name)) report('class/annotation', span, `"@${rule.name}" is written twice.`);
    seen.add(rule.name);
    checkArguments(annotation, rule.name, rule.arguments, report);
  }
}

function checkArguments(
  annotation: ast.Annotation,
  name: string,
  known: readonly string[],
  report: Report,
): void {
  for (const argument of annotation.arguments) {
    if (known.some((each) => each.toLowerCase() === argument.name.toLowerCase())) continue;
    const message = argument.name
      ? `"@${name}" has no argument "${argument.name}".`
      : `"@${name}" takes no argument without a name.`;
    report('class/annotation', argument.span, message, didYouMean(argument.name, known).suggestion);
  }
}
