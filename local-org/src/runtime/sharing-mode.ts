import { ownPart } from './entry.ts';
import type { Program } from './program.ts';
import type { StackTranslator } from './stack.ts';
import type { ClassInfo } from './types.ts';

/** From this API version on a class that states nothing is `with sharing`. */
const SHARING_BY_DEFAULT = 67;

/**
 * Does the code that runs now respect sharing? The class of the innermost method decides, or the one that it takes
 * after: a class that says nothing (before API version 67) or `inherited sharing` takes over what its caller has.
 *
 * It is read from JavaScript's own stack, so that Apex pays nothing for it where nobody asks; a query asks only when
 * its user does not see all records anyway.
 */
export function respectsSharing(stacks: StackTranslator, program: Program): boolean {
  let outermost: ClassInfo | null = null;
  let entry = '';
  for (const { method } of stacks.walk(ownPart(wholeStack()))) {
    if (method.startsWith('AnonymousBlock')) return true;
    // A trigger does not take over what the code has whose save set it off.
    if (isTrigger(method)) return false;
    const info = classOf(method, program);
    const sharing = info && statedSharing(info);
    if (sharing === 'with' || sharing === 'without') return sharing === 'with';
    outermost = info;
    entry = method;
  }
  return outermost !== null && sharesWhenEntered(outermost, entry);
}

/** The class that stands for a trigger has a name that no class of Apex can have. */
function isTrigger(method: string): boolean {
  return method.startsWith('$');
}

/** Where a transaction begins with the class: `inherited` is `with`, and so is what a component calls. */
function sharesWhenEntered(info: ClassInfo, entry: string): boolean {
  if (statedSharing(info) === 'inherited') return true;
  const name = entry.slice(entry.lastIndexOf('.') + 1).toLowerCase();
  return info.methods.some(
    (method) =>
      method.name.toLowerCase() === name &&
      method.annotations.some((annotation) => annotation.name === 'auraenabled'),
  );
}

/** What the class says, or the class that it extends. */
function statedSharing(info: ClassInfo): ClassInfo['sharing'] {
  if (info.sharing) return info.sharing;
  if (info.apiVersion >= SHARING_BY_DEFAULT) return 'with';
  const parent = info.superType?.classInfo;
  return parent ? statedSharing(parent) : null;
}

/** The class of a frame: `Outer.Inner` of `Outer.Inner.run`. */
function classOf(method: string, program: Program): ClassInfo | null {
  const name = method.slice(0, method.lastIndexOf('.')).toLowerCase();
  return program.classes.get(name) ?? null;
}

function wholeStack(): string {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = Infinity;
  try {
    return new Error('Where am I?').stack ?? '';
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
