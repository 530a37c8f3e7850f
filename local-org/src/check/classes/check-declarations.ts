import type { Span } from '../../diagnostics/diagnostic.ts';
import { withInner } from '../../types/declare.ts';
import type { ProjectWorld } from '../../types/project-world.ts';
import type { ClassSymbol } from '../../types/symbols.ts';
import { checkAbstract } from './abstract.ts';
import { checkAnnotations } from './annotations.ts';
import { checkAnnotatedMembers } from './annotated-members.ts';
import { checkConstructors } from './constructors.ts';
import { checkDuplicates } from './duplicates.ts';
import { checkGlobal } from './global.ts';
import { checkInner } from './inner.ts';
import { checkMethodBodies } from './method-bodies.ts';
import { checkModifiers } from './modifiers.ts';
import { checkNames } from './names.ts';
import { checkOverrides } from './overrides.ts';
import { checkProperties } from './properties.ts';
import { checkSuperTypes } from './super-types.ts';

/** Reports one thing wrong with a declaration; the file is the class's. */
export type Report = (code: string, span: Span, message: string, suggestion?: string) => void;

/** What is wrong with the declaration of one class, its inner classes apart. */
export type Rule = (symbol: ClassSymbol, report: Report) => void;

const RULES: readonly Rule[] = [
  checkSuperTypes,
  checkNames,
  checkModifiers,
  checkDuplicates,
  checkInner,
  checkConstructors,
  checkProperties,
  checkMethodBodies,
  checkOverrides,
  checkAbstract,
  checkGlobal,
  checkAnnotations,
  checkAnnotatedMembers,
];

/** Reports everything that is wrong with the declarations of a project's classes; bodies are not looked at. */
export function checkDeclarations(world: ProjectWorld): void {
  for (const symbol of world.classes.values()) checkDeclaration(symbol, world);
  for (const symbol of world.duplicates) {
    const other = world.classes.get(symbol.name.toLowerCase());
    const message = `There are two classes named "${symbol.name}"; the other is in ${other?.file ?? 'another file'}.`;
    reporter(symbol, world)('class/duplicate-type', symbol.span!, message);
  }
}

/** The same for one class and those inside of it, e.g. for what `world.declare` gave. */
export function checkDeclaration(symbol: ClassSymbol, world: ProjectWorld): void {
  const report = reporter(symbol, world);
  for (const each of withInner(symbol)) for (const rule of RULES) rule(each, report);
}

function reporter(symbol: ClassSymbol, world: ProjectWorld): Report {
  return (code, span, message, suggestion) =>
    world.diagnostics.report({
      code,
      span,
      message,
      ...(suggestion === undefined ? {} : { suggestion }),
      file: symbol.file ?? '',
      severity: 'error',
    });
}
