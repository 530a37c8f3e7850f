import { basename, join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { relativePath } from '../project/files.ts';
import type { Bundle } from './bundles.ts';
import type { CompiledBundle, Fault, Import } from './compile-bundle.ts';
import { positionOf } from './compile-bundle.ts';
import { apexClassOf } from './salesforce-modules.ts';

/** What a bundle may import. */
export interface Known {
  /** `c/other`, `lightning/button`, `lwc`. */
  readonly modules: ReadonlySet<string>;
  /** Names of Apex classes, which have no case, by the same in small letters. */
  readonly classes: ReadonlyMap<string, string>;
  /** Names of custom labels. */
  readonly labels: ReadonlySet<string>;
  /** Names of static resources. */
  readonly resources: ReadonlySet<string>;
}

/** Everything wrong with a bundle: its own faults, and imports of what is not there. */
export function diagnose(root: string, bundle: Bundle, compiled: CompiledBundle, known: Known): Diagnostic[] {
  const missing = compiled.imports.flatMap((wanted): Fault[] => {
    const problem = missingModule(wanted, known);
    if (!problem) return [];
    return [
      {
        file: wanted.file,
        message: problem,
        severity: 'error',
        ...positionOf(bundle, wanted.file, wanted.specifier),
      },
    ];
  });
  return unique([...compiled.faults, ...missing]).map((fault) => diagnosticOf(root, bundle, fault));
}

function unique(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

function missingModule({ specifier }: Import, known: Known): string | undefined {
  const className = apexClassOf(specifier);
  if (className !== undefined) {
    if (known.classes.has(className.toLowerCase())) return undefined;
    return `The project has no Apex class ${className}.${hint(className, known.classes.values())}`;
  }
  const label = /^@salesforce\/label\/c\.(\w+)$/.exec(specifier)?.[1];
  if (label !== undefined) {
    return known.labels.has(label)
      ? undefined
      : `The project has no custom label ${label}.${hint(label, known.labels)}`;
  }
  const resource = /^@salesforce\/resourceUrl\/(\w+)$/.exec(specifier)?.[1];
  if (resource !== undefined) {
    return known.resources.has(resource)
      ? undefined
      : `The project has no static resource ${resource}.${hint(resource, known.resources)}`;
  }
  if (specifier.startsWith('@salesforce/') || known.modules.has(specifier)) return undefined;
  return unknownModule(specifier, known);
}

function unknownModule(specifier: string, known: Known): string {
  const proposal = hint(specifier, known.modules);
  if (specifier.startsWith('c/')) return `The project has no component ${specifier}.${proposal}`;
  if (specifier.startsWith('lightning/')) return `The local org does not provide ${specifier}.${proposal}`;
  return `There is no module ${specifier}: a component can import lwc, lightning/*, c/* and @salesforce/*.${proposal}`;
}

function hint(name: string, among: Iterable<string>): string {
  const [best] = nearest(name, among, 1);
  return best ? ` Did you mean ${best}?` : '';
}

function diagnosticOf(root: string, bundle: Bundle, fault: Fault): Diagnostic {
  const path =
    bundle.files.find((file) => basename(file) === fault.file) ?? join(bundle.entry, '..', fault.file);
  const { line, column, severity, message } = fault;
  return {
    code: 'lwc/component',
    file: relativePath(root, path),
    span: { line, column, start: 0, end: 0 },
    message,
    severity,
  };
}
