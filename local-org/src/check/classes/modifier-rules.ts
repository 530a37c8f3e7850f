import type { ModifierName } from '../../syntax/ast.ts';

/** What modifiers stand on. */
export type Declared =
  | 'class'
  | 'interface'
  | 'enum'
  | 'inner class'
  | 'inner interface'
  | 'inner enum'
  | 'field'
  | 'property'
  | 'accessor'
  | 'method'
  | 'interface method'
  | 'constructor'
  | 'parameter';

const set = (words: string): ReadonlySet<ModifierName> =>
  new Set(words.split(' ').filter(Boolean) as ModifierName[]);
const SHARING = 'withsharing withoutsharing inheritedsharing';
const VISIBILITY = 'private protected public global';

export const ALLOWED: Readonly<Record<Declared, ReadonlySet<ModifierName>>> = {
  class: set(`private public global abstract virtual ${SHARING}`),
  interface: set('private public global virtual'),
  enum: set('private public global'),
  'inner class': set(`private public global abstract virtual ${SHARING}`),
  'inner interface': set('private public global virtual'),
  'inner enum': set('private public global'),
  field: set(`${VISIBILITY} static final transient webservice`),
  property: set(`${VISIBILITY} static final transient virtual abstract override webservice`),
  accessor: set(VISIBILITY),
  method: set(`${VISIBILITY} static final abstract virtual override webservice testmethod`),
  'interface method': set(''),
  constructor: set(VISIBILITY),
  parameter: set('final'),
};

/** Modifiers of which at most one may stand. */
const EXCLUDING: readonly ReadonlySet<ModifierName>[] = [
  set(VISIBILITY),
  set(SHARING),
  set('static virtual'),
  set('static abstract'),
  set('static override'),
  set('final abstract'),
  set('static transient'),
  set('abstract virtual'),
];

/** A private class can be abstract: classes of its file may extend it. A private method could not be overridden. */
const EXCLUDING_ON_METHODS = [...EXCLUDING, set('private abstract')];

export function excludingOn(kind: Declared): readonly ReadonlySet<ModifierName>[] {
  return kind === 'method' ? EXCLUDING_ON_METHODS : EXCLUDING;
}
