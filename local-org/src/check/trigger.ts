import type * as ast from '../syntax/ast.ts';
import type { ProjectWorld } from '../types/project-world.ts';
import type { ClassSymbol } from '../types/symbols.ts';
import type { ObjectModel } from '../schema/model.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { ANONYMOUS_ENTRY } from './anonymous.ts';

/** `before insert` and its like, in the words of the source. */
export type TriggerEvent =
  | 'before insert'
  | 'before update'
  | 'before delete'
  | 'after insert'
  | 'after update'
  | 'after delete'
  | 'after undelete';

const EVENTS: ReadonlySet<string> = new Set<TriggerEvent>([
  'before insert',
  'before update',
  'before delete',
  'after insert',
  'after update',
  'after delete',
  'after undelete',
]);

/** What a trigger is for. */
export interface TriggerHead {
  readonly name: string;
  readonly object: string;
  readonly events: readonly TriggerEvent[];
}

/** A trigger as a class with one static method; null when its head is wrong, which is reported. */
export function declareTrigger(
  world: ProjectWorld,
  unit: ast.TriggerUnit,
  file: string,
  apiVersion: number,
): { readonly head: TriggerHead; readonly symbol: ClassSymbol } | null {
  const object = objectOf(world, unit, file);
  const events = eventsOf(world, unit, file, object);
  const symbol = world.declare({ ...unit, members: [entryOf(unit), ...unit.members] }, file, apiVersion);
  return object ? { head: { name: unit.name.text, object: object.name, events }, symbol } : null;
}

function entryOf(unit: ast.TriggerUnit): ast.MethodDeclaration {
  const { span } = unit.name;
  return {
    kind: 'method',
    name: { text: ANONYMOUS_ENTRY, span },
    returnType: null,
    modifiers: { names: [{ name: 'static', span }], annotations: [] },
    parameters: [],
    body: unit.body,
    span: unit.span,
  };
}

function objectOf(world: ProjectWorld, unit: ast.TriggerUnit, file: string): ObjectModel | null {
  const { text, span } = unit.object;
  const object = world.schema.object(text);
  if (object && object.kind !== 'customMetadata' && object.kind !== 'aggregate') return object;
  const names = [...world.schema.objects.values()].map(({ name }) => name);
  world.diagnostics.report({
    code: object ? 'trigger/object' : 'name/unknown-object',
    file,
    span,
    message: object ? `${object.name} can have no triggers.` : `There is no object '${text}'.`,
    severity: 'error',
    ...(object ? {} : didYouMean(text, names)),
  });
  return null;
}

function eventsOf(
  world: ProjectWorld,
  unit: ast.TriggerUnit,
  file: string,
  object: ObjectModel | null,
): TriggerEvent[] {
  const events: TriggerEvent[] = [];
  for (const { name, span } of unit.events) {
    const message = problemOf(name, events, object);
    if (message) world.diagnostics.report({ code: 'trigger/event', file, span, message, severity: 'error' });
    else events.push(name as TriggerEvent);
  }
  return events;
}

function problemOf(name: string, before: readonly string[], object: ObjectModel | null): string | null {
  if (!EVENTS.has(name)) return `There is no trigger event '${name}'.`;
  if (before.includes(name)) return `The event '${name}' is there twice.`;
  if (object?.kind === 'platformEvent' && name !== 'after insert') {
    return `A trigger of a platform event runs after insert only, not ${name}.`;
  }
  return null;
}
