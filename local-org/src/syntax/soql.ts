import type { Span } from '../diagnostics/diagnostic.ts';
import type { Expression, Identifier } from './ast.ts';

/**
 * The syntax tree of SOQL, from a literal in Apex or from text at run time. Plain data. In a literal a bind is an Apex
 * expression; in dynamic text it is always a plain name (`:ids`).
 */
export interface SoqlQuery {
  readonly select: readonly SelectItem[];
  readonly from: readonly FromItem[];
  readonly scope: string | null;
  readonly where: SoqlCondition | null;
  /** `WITH USER_MODE` and its like; null when the query does not say. */
  readonly access: 'user' | 'system' | 'securityEnforced' | null;
  readonly accessSpan: Span | null;
  /** `WITH DATA CATEGORY` and others: the words as written, so that they can be refused by name. */
  readonly otherWith: string | null;
  readonly groupBy: GroupBy | null;
  readonly having: SoqlCondition | null;
  readonly orderBy: readonly OrderItem[];
  readonly limit: SoqlValue | null;
  readonly offset: SoqlValue | null;
  readonly allRows: boolean;
  /** `FOR UPDATE`, `FOR VIEW`, `FOR REFERENCE`: in lower case `update`, `view`, `reference`. */
  readonly forClauses: readonly string[];
  readonly span: Span;
}

export interface FromItem {
  /** `Account`, or in a sub-query the child relationship `Contacts`, `a.Contacts`. */
  readonly path: readonly Identifier[];
  readonly alias: Identifier | null;
}

export type SelectItem =
  | { readonly kind: 'field'; readonly field: FieldPath; readonly alias: Identifier | null }
  | { readonly kind: 'function'; readonly call: SoqlFunction; readonly alias: Identifier | null }
  | { readonly kind: 'subquery'; readonly query: SoqlQuery }
  | { readonly kind: 'typeof'; readonly typeOf: TypeOf };

export interface TypeOf {
  readonly field: FieldPath;
  readonly cases: readonly { readonly object: Identifier; readonly fields: readonly FieldPath[] }[];
  readonly otherwise: readonly FieldPath[] | null;
  readonly span: Span;
}

/** `Account.Owner.Name`: three parts. */
export interface FieldPath {
  readonly parts: readonly Identifier[];
  readonly span: Span;
}

/** `COUNT()`, `MAX(Amount)`, `CALENDAR_YEAR(convertTimezone(CreatedDate))`, `toLabel(x)`, `FIELDS(ALL)`, `DISTANCE(...)`. */
export interface SoqlFunction {
  /** In upper case. */
  readonly name: string;
  readonly arguments: readonly SoqlFunctionArgument[];
  readonly span: Span;
}

export type SoqlFunctionArgument =
  | { readonly kind: 'field'; readonly field: FieldPath }
  | { readonly kind: 'function'; readonly call: SoqlFunction }
  | { readonly kind: 'value'; readonly value: SoqlValue };

export interface GroupBy {
  readonly kind: 'plain' | 'rollup' | 'cube';
  readonly items: readonly (
    | { readonly kind: 'field'; readonly field: FieldPath }
    | { readonly kind: 'function'; readonly call: SoqlFunction }
  )[];
}

export interface OrderItem {
  readonly by:
    | { readonly kind: 'field'; readonly field: FieldPath }
    | { readonly kind: 'function'; readonly call: SoqlFunction };
  readonly descending: boolean;
  readonly nulls: 'first' | 'last' | null;
}

export type SoqlCondition =
  | { readonly kind: 'and'; readonly conditions: readonly SoqlCondition[] }
  | { readonly kind: 'or'; readonly conditions: readonly SoqlCondition[] }
  | { readonly kind: 'not'; readonly condition: SoqlCondition }
  | SoqlComparison;

export interface SoqlComparison {
  readonly kind: 'comparison';
  readonly left:
    | { readonly kind: 'field'; readonly field: FieldPath }
    | { readonly kind: 'function'; readonly call: SoqlFunction };
  readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>=' | 'like' | 'in' | 'notIn' | 'includes' | 'excludes';
  readonly right: SoqlValue;
  readonly span: Span;
}

export type SoqlValue =
  | { readonly kind: 'null'; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }
  /** Digits as written, with sign and point. */
  | { readonly kind: 'number'; readonly value: string; readonly span: Span }
  | { readonly kind: 'string'; readonly value: string; readonly span: Span }
  /** ISO text as written. */
  | { readonly kind: 'date'; readonly value: string; readonly span: Span }
  | { readonly kind: 'datetime'; readonly value: string; readonly span: Span }
  | { readonly kind: 'time'; readonly value: string; readonly span: Span }
  /** `TODAY`, `LAST_N_DAYS:30` as `{name: 'LAST_N_DAYS', count: 30}`; name in upper case. */
  | {
      readonly kind: 'dateLiteral';
      readonly name: string;
      readonly count: number | null;
      readonly span: Span;
    }
  /** `USD5000` */
  | { readonly kind: 'currency'; readonly code: string; readonly value: string; readonly span: Span }
  /** `('a', 'b')`; each of `includes ('a;b', 'c')` is one string. */
  | { readonly kind: 'list'; readonly values: readonly SoqlValue[]; readonly span: Span }
  /** `index` counts binds of the whole query in source order, sub-queries included, from 0. */
  | { readonly kind: 'bind'; readonly index: number; readonly expression: Expression; readonly span: Span }
  | { readonly kind: 'subquery'; readonly query: SoqlQuery; readonly span: Span };

export interface SoslQuery {
  readonly search: SoqlValue;
  /** `ALL`, `NAME`, `EMAIL`, `PHONE`, `SIDEBAR`; null when not written. */
  readonly in: string | null;
  readonly returning: readonly {
    readonly object: Identifier;
    readonly fields: readonly Extract<SelectItem, { kind: 'field' | 'function' }>[];
    readonly where: SoqlCondition | null;
    readonly orderBy: readonly OrderItem[];
    readonly limit: SoqlValue | null;
    readonly offset: SoqlValue | null;
  }[];
  readonly limit: SoqlValue | null;
  /** Every `WITH` clause as written. */
  readonly with: readonly string[];
  readonly span: Span;
}
