import { compileFunction } from 'node:vm';
import type { EmittedFile } from '../emit/emit.ts';
import { SCHEME } from './stack.ts';
import type { Runtime } from './support/runtime.ts';
import { LinkedClass, type ClassHead, type ClassMembers } from './class-info.ts';

/** What the body of an emitted file gives. */
interface EmittedUnit {
  readonly classes: readonly EmittedClass[];
  link(): void;
}

interface EmittedClass {
  readonly name: string;
  readonly make: ((superClass: JsClass) => JsClass) | null;
  readonly head: ClassHead;
  members(): ClassMembers;
}

/** An emitted JavaScript class. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- its methods are named by the program
export type JsClass = (new () => any) & { $: any; $init(): any } & Record<string, any>;

/**
 * Runs emitted files and ties them together: first every class is made, super classes before their subclasses, then
 * the files fetch what they refer to.
 */
export function link(files: readonly EmittedFile[], runtime: Runtime): void {
  const units = files.map((file) => evaluate(file, runtime));
  const classes = new Map<string, EmittedClass>();
  for (const unit of units) for (const each of unit.classes) classes.set(each.name.toLowerCase(), each);

  for (const each of classes.values()) {
    runtime.addClass(new LinkedClass(each.head, () => each.members(), runtime));
  }
  const made = new Set<EmittedClass>();
  const make = (each: EmittedClass): void => {
    // Not whether the runtime has one of that name: every piece of anonymous Apex brings its own.
    if (!each.make || made.has(each)) return;
    made.add(each);
    const above = each.head.superType ? classes.get(each.head.superType.toLowerCase()) : undefined;
    if (above) make(above);
    runtime.addJsClass(each.name, each.make(runtime.superClass(each.head.superType)));
  };
  for (const each of classes.values()) make(each);
  for (const unit of units) unit.link();
}

function evaluate(file: EmittedFile, runtime: Runtime): EmittedUnit {
  const body = compileFunction(file.code, ['$rt'], { filename: `${SCHEME}${file.file}` });
  return body(runtime) as EmittedUnit;
}
