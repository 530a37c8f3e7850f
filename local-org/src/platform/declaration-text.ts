import type { Type } from '../types/type.ts';
import { OBJECT, VOID } from '../types/make.ts';
import type { ClassFinder } from './java-types.ts';
import { namedType } from './java-types.ts';

/** A member written as Apex writes it, e.g. `static List<String> split(String, Integer)`, `String name`, `new(String)`. */
export interface WrittenMember {
  readonly kind: 'method' | 'field' | 'constructor';
  readonly isStatic: boolean;
  readonly name: string;
  readonly type: Type;
  readonly parameters: readonly Type[];
}

const METHOD = /^(?<static>static )?(?:(?<type>\S.*?) )?(?<name>\w+)(?:\((?<parameters>.*)\))?$/;

/** Reads a member of the table of corrections. Throws when it is not well formed or names an unknown class. */
export function parseMember(
  text: string,
  typeParameters: readonly string[],
  classes: ClassFinder,
): WrittenMember {
  const groups = METHOD.exec(text)?.groups;
  if (!groups?.name) throw new Error(`The correction "${text}" is not well formed.`);
  const toType = (each: string) => parseType(each, typeParameters, classes);
  const parameters = groups.parameters === undefined ? null : splitTypes(groups.parameters).map(toType);
  if (groups.name === 'new' && parameters) {
    return { kind: 'constructor', isStatic: false, name: 'new', type: VOID, parameters };
  }
  return {
    kind: parameters ? 'method' : 'field',
    isStatic: groups.static !== undefined,
    name: groups.name,
    type: toType(groups.type ?? ''),
    parameters: parameters ?? [],
  };
}

/** `Map<String, List<Object>>`, `void`, `Database.Error`, a type parameter. Throws for an unknown class. */
export function parseType(text: string, typeParameters: readonly string[], classes: ClassFinder): Type {
  const trimmed = text.trim();
  if (trimmed === 'void') return VOID;
  if (trimmed === 'Object') return OBJECT;
  if (typeParameters.includes(trimmed)) return { kind: 'parameter', name: trimmed };
  const open = trimmed.indexOf('<');
  const name = open < 0 ? trimmed : trimmed.slice(0, open);
  const inside = open < 0 ? [] : splitTypes(trimmed.slice(open + 1, -1));
  const typeArguments = inside.map((each) => parseType(each, typeParameters, classes));
  return namedType(name.includes('.') ? name : `System.${name}`, typeArguments, classes);
}

/** At the commas that are not inside of `<>`. */
export function splitTypes(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (character === '<') depth++;
    if (character === '>') depth--;
    if (character === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += character;
  }
  return part.trim() === '' ? parts : [...parts, part.trim()];
}
