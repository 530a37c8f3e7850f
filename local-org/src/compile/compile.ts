import { checkClass, checkTrigger } from '../check/check.ts';
import { checkDeclarations } from '../check/classes/check-declarations.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { Diagnostics } from '../diagnostics/diagnostic.ts';
import { emitFile, type EmittedFile } from '../emit/emit.ts';
import type { Catalogue } from '../platform/catalogue.ts';
import type { OrgSchema } from '../schema/model.ts';
import { buildWorld, type SourceUnit } from '../types/build.ts';
import type { LibraryIndex } from '../types/library-index.ts';
import type { ProjectWorld } from '../types/project-world.ts';

/** A source file with its text, parsed. */
export interface ParsedFile extends SourceUnit {
  readonly text: string;
}

export interface CompileOptions {
  readonly schema: OrgSchema;
  readonly library: LibraryIndex;
  readonly catalogue: Catalogue;
  readonly namespace: string | null;
  readonly packageNamespace?: string | null;
  readonly coverage: boolean;
}

export interface Compiled {
  readonly world: ProjectWorld;
  /** Where the world goes on to report, e.g. for anonymous Apex. */
  readonly sink: Diagnostics;
  /** One for each file without errors. */
  readonly files: readonly EmittedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks all classes and emits those that are right. A class with errors is reported and left out; a class that uses
 * it is emitted and fails with a clear message when it comes to that. So does what the local org does not support: it is
 * reported, and the rest of its class runs.
 */
export function compile(parsed: readonly ParsedFile[], options: CompileOptions): Compiled {
  const diagnostics = new Diagnostics();
  const world = buildWorld(parsed, { ...options, diagnostics });
  checkDeclarations(world);
  const irs = parsed.flatMap((file) => {
    const symbol =
      file.unit.kind === 'classUnit'
        ? world.classes.get(file.unit.declaration.name.text.toLowerCase())
        : null;
    return symbol && symbol.file === file.file ? [{ file, ir: checkClass(world, symbol) }] : [];
  });
  const triggers = parsed.flatMap((file) => {
    if (file.unit.kind !== 'triggerUnit') return [];
    const checked = checkTrigger(world, file.unit, file.file, file.apiVersion);
    return checked ? [{ file, ...checked }] : [];
  });
  const broken = new Set(diagnostics.errors.filter(isOfSource).map((diagnostic) => diagnostic.file));
  const { coverage } = options;
  const files = [...irs.map((each) => ({ ...each, head: null })), ...triggers]
    .filter(({ file }) => !broken.has(file.file))
    .map(({ file, ir, head }) => {
      const emitted = emitFile({ file: file.file, classes: [ir] }, file.text, { coverage });
      return { ...emitted, trigger: head };
    });
  return { world, sink: diagnostics, files, diagnostics: [...diagnostics.all] };
}

/** Is it the source that is wrong, and not the local org that lacks something? */
function isOfSource(diagnostic: Diagnostic): boolean {
  return !diagnostic.code.startsWith('unsupported/');
}
