import type { ClassSymbol } from './symbols.ts';

/**
 * The static types of Apex. Types are compared with `sameType`; `List`, `Set`, `Map`, `Iterable` and every other
 * platform class are `class` types whose symbol comes from the platform's catalogue.
 */
export type Type =
  | PrimitiveType
  | { readonly kind: 'object' }
  | { readonly kind: 'void' }
  /** The type of `null`: fits every type. */
  | { readonly kind: 'null' }
  /** The type of what was already reported as wrong: fits every type and is never reported again. */
  | { readonly kind: 'unknown' }
  | ClassType
  | SObjectType
  /** A type parameter of a platform class, e.g. `T` of `List<T>`; never seen outside of its own symbol's members. */
  | { readonly kind: 'parameter'; readonly name: string };

export type PrimitiveName =
  | 'Boolean'
  | 'Integer'
  | 'Long'
  | 'Double'
  | 'Decimal'
  | 'String'
  | 'Id'
  | 'Date'
  | 'Datetime'
  | 'Time'
  | 'Blob';

export interface PrimitiveType {
  readonly kind: 'primitive';
  readonly name: PrimitiveName;
}

export interface ClassType {
  readonly kind: 'class';
  readonly symbol: ClassSymbol;
  /** As many as `symbol.typeParameters`. */
  readonly arguments: readonly Type[];
}

/** `SObject` itself has the name `SObject`; `AggregateResult` is one too. */
export interface SObjectType {
  readonly kind: 'sobject';
  /** The object's API name in the schema's spelling, with namespace where it has one. */
  readonly name: string;
}
