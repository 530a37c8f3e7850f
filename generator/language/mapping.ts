/**
 * A mapping: what one Salesforce object and one billing resource share, written as a table.
 *
 * The left side of a row is a Salesforce field, the right side says who owns the value and selects the billing
 * property with a function over the API's types, so that completion, rename and red squiggles work in any editor.
 * The generator reads mappings with the type checker and never runs them.
 */
import type { Conversion } from './conversions.ts';
import type { Operation, Resource } from './endpoints.ts';
import type { Day, Field, Instant, LinkTo } from './fields.ts';
import type { AnyObject } from './objects.ts';
import type { Reason } from './reasons.ts';
import type { DateOnly, DateTime, Id, NumericId, Plain } from './wire.ts';

type Nullish = null | undefined;

// ---- selecting on the billing side ------------------------------------------------------------------------------

/** Narrows a union by its tag: `only(account.responsible_party, { party_type: 'organization' })`. */
export declare function only<Union, const Tag extends Partial<NonNullable<Union>>>(
  value: Union,
  tag: Tag,
): Extract<NonNullable<Union>, Tag>;

/** Chooses the one element of an array that matches: `one(party.addresses, { address_type: 'email', purpose: 'PRIMARY' })`. */
export declare function one<Element, const Match extends Partial<Element>>(
  elements: readonly Element[] | Nullish,
  match: Match,
): Narrowed<Element, Match>;
type Narrowed<Element, Match> = Element extends unknown
  ? Match extends Partial<Element>
    ? Element
    : never
  : never;

/** The first element of an array. */
export declare function first<Element>(elements: readonly Element[] | Nullish): Element;

// ---- conditions -------------------------------------------------------------------------------------------------

/** A test of one Salesforce field's value. */
export interface Test<Value> {
  readonly test: 'equals' | 'notEquals' | 'oneOf' | 'present' | 'absent';
  readonly values?: readonly Value[];
}
export declare function equals<const Value>(value: Value): Test<Value>;
export declare function notEquals<const Value>(value: Value): Test<Value>;
export declare function oneOf<const Value>(...values: Value[]): Test<Value>;
export declare function present(): Test<never>;
export declare function absent(): Test<never>;

/** Several fields, all of which must pass. */
export type When<O extends AnyObject> = {
  readonly [Name in keyof O['fields']]?: Test<ValueOf<O['fields'][Name]>>;
};
type ValueOf<F> = F extends { readonly __value?: infer Value } ? Value : never;

export interface Blocked<O extends AnyObject> {
  readonly when: When<O>;
  readonly reason: Reason;
}
/** The record takes part only if every test passes; otherwise it is blocked and `reason` says why. */
export declare function blockedUnless<O extends AnyObject>(when: When<O>, reason: Reason): Blocked<O>;

// ---- values -----------------------------------------------------------------------------------------------------

/** What to do with a value that the map does not hold. */
export type Fallback<Value extends string> =
  | { readonly use: Value }
  /** Leave the other side as it is. */
  | 'keep'
  /** The same text on both sides. */
  | 'same'
  /** Block the record: the value has to be mapped first. */
  | 'block';

export interface ValueMap<Billing extends string = string, Salesforce extends string = string> {
  readonly rows: readonly (readonly [billing: Billing, salesforce: Salesforce, ...alsoAccepted: string[]])[];
  readonly otherwise: {
    readonly toSalesforce: Fallback<Salesforce>;
    readonly toBilling: Fallback<Billing>;
  };
  /** Salesforce values are compared without regard to case. */
  readonly ignoreCase?: boolean;
}
/** Values of both sides in rows; further columns are accepted from Salesforce as well. Each map has its own TSDoc. */
export declare function valueMap<const Billing extends string, const Salesforce extends string>(
  map: ValueMap<Billing, Salesforce>,
): ValueMap<Billing, Salesforce>;

// ---- rows -------------------------------------------------------------------------------------------------------

/** What a billing value is in Salesforce when nothing converts it. */
type Direct<W> = [W] extends [DateOnly]
  ? Day
  : [W] extends [DateTime]
    ? Instant
    : [W] extends [boolean]
      ? boolean
      : [W] extends [NumericId]
        ? string
        : [W] extends [number]
          ? number
          : [W] extends [string]
            ? W
            : never;

export interface RowOptions {
  /** The row counts only for records that pass. */
  readonly when?: Readonly<Record<string, Test<unknown>>>;
  /** Sent when the billing object is made, never changed afterwards. */
  readonly onCreateOnly?: boolean;
  /** A pure conversion between the two sides. */
  readonly convert?: Conversion<unknown, unknown>;
  /** The values of one side and the other. */
  readonly values?: ValueMap;
}
export interface SharedOptions extends RowOptions {
  /** Both sides changed since they last agreed: `ask` shows it to a person, the others let one side win. */
  readonly conflict: 'ask' | 'salesforceWins' | 'billingWins';
}

/** Stands in an error message where a value map lacks members of the billing type. */
interface ValueMapMisses<Members> {
  readonly misses: Members;
}
type ValueIn<W, Options> = Options extends { readonly values: ValueMap<infer B, infer S> }
  ? [W] extends [B]
    ? S
    : ValueMapMisses<Exclude<W, B>>
  : Options extends { readonly convert: Conversion<infer S, infer B> }
    ? [W] extends [B]
      ? S
      : never
    : Direct<W>;
type Tested<Options> = Options extends { readonly when: infer Tests } ? keyof Tests & string : never;

/** One line of the table: over resource `R`, giving Salesforce values `Value`, testing the fields `Tested`. */
export interface Row<R, Value, Tested extends string = never> {
  readonly owner: 'salesforce' | 'billing' | 'shared';
  readonly __resource?: (resource: R) => void;
  readonly __value?: Value;
  readonly __tested?: Tested;
}

/** Salesforce owns the value: it flows to billing. */
export declare function fromSalesforce<R, W, const Options extends RowOptions = Record<never, never>>(
  select: (resource: R) => W,
  options?: Options,
): Row<R, ValueIn<NonNullable<W>, Options>, Tested<Options>>;
/** Billing owns the value: it flows to Salesforce, where people only read it. */
export declare function fromBilling<R, W, const Options extends RowOptions = Record<never, never>>(
  select: (resource: R) => W,
  options?: Options,
): Row<R, ValueIn<NonNullable<W>, Options>, Tested<Options>>;
/** Either side may change the value; if both did since they last agreed, `conflict` decides. */
export declare function shared<R, W, const Options extends SharedOptions>(
  select: (resource: R) => W,
  options: Options,
): Row<R, ValueIn<NonNullable<W>, Options>, Tested<Options>>;
/** The record that a lookup points to, as the billing id that it is linked to under `mapping`. */
export declare function linked<R, Name extends string, Parent, const Options extends LinkOptions>(
  select: (resource: R) => Id | NumericId | Nullish,
  mapping: Mapping<Name, Parent>,
  options: Options,
): Row<R, LinkTo<Name>, Tested<Options>>;
/** As `linked`, for a lookup to the object itself, such as a parent: the link is one of this very mapping. */
export declare function linkedToOwn<R, const Options extends LinkOptions>(
  select: (resource: R) => Id | NumericId | Nullish,
  options: Options,
): Row<R, LinkTo<never>, Tested<Options>>;
export interface LinkOptions {
  readonly owner: 'salesforce' | 'billing';
  readonly when?: Readonly<Record<string, Test<unknown>>>;
  readonly onCreateOnly?: boolean;
}
/** Reads a field that exists only with a feature without naming it in Apex; where the feature is off the row is left out. */
export declare function dynamic<R, Value, Tested extends string>(
  row: Row<R, Value, Tested>,
): Row<R, Value, Tested>;

type RowFor<O extends AnyObject, F, R> = Row<R, ValueOf<F>, keyof O['fields'] & string>;
type RowsFor<O extends AnyObject, F, R> = RowFor<O, F, R> | readonly RowFor<O, F, R>[];
/** The rows by field. `Name` is the record's own name, which a custom object does not list among its fields. */
export type Rows<O extends AnyObject, R> = {
  readonly [Name in keyof O['fields'] | 'Name']?: RowsFor<
    O,
    Name extends 'Name' ? Field<'Text', string> : O['fields'][Name],
    R
  >;
};

/** A billing property that always has the same value when the object is made. */
export interface Constant<R> {
  readonly __resource?: (resource: R) => void;
}
export declare function constant<R, W extends string | number | boolean>(
  select: (resource: R) => W | Nullish,
  value: NoInfer<Plain<W>>,
): Constant<R>;

/** A billing property filled from a field of the connection when the object is made and no row fills it. */
export interface Default<R> {
  readonly __resource?: (resource: R) => void;
}
export declare function fromConnection<R, W, Name extends string>(
  select: (resource: R) => W,
  connectionField: Name,
): Default<R>;

/** A billing property whose number tells people which object it is. */
export interface NaturalKey<R> {
  /** Property that carries the Salesforce record id, so that a lost answer can be looked up. */
  readonly property: (resource: R) => string | Nullish;
  /** Query parameter of the list operation that finds it. */
  readonly parameter: string;
  /** The key is certain to be settable only where this switch of the connection is on. */
  readonly onlyIf?: string;
}

/** A field by which a billing object may look like a record whose key it does not carry. */
export interface Likeness {
  readonly __likeness?: never;
}
/**
 * `field` is that of a row, which says where the value is in billing. With `parameter`, one of the list operation,
 * billing objects are searched for by it; without, it only adds to the evidence of what another one found. A likeness
 * is shown to a person, who decides; nothing is ever linked by it.
 */
export declare function looksLike(
  evidence: 'number' | 'name' | 'email',
  field: string,
  parameter?: string,
): Likeness;

export interface Children<R> {
  readonly __resource?: (resource: R) => void;
}
/** Children that travel inside the parent's body. Without `mapping` they are of the parent's own mapping. */
export declare function nested<R, Child>(
  select: (resource: R) => readonly Child[] | Nullish,
  mapping?: Mapping<string, Child>,
): Children<R>;
/**
 * Children that are objects of their own, found by a query parameter that holds the parent's id. `parent` selects where
 * a child names it, so that those of many parents can be told apart; without, the child is the parent's own object, seen
 * under another mapping. `parts` selects something that only a child with children of its own has: those are found by the
 * same parameter, and belong to the parent as well.
 */
export declare function listed<R, Child>(
  parameter: string,
  mapping: Mapping<string, Child>,
  parent?: (child: Child) => string | number | Nullish,
  parts?: (child: Child) => string | number | Nullish,
): Children<R>;

/** How an object that is made as a draft gets going. */
export interface Confirmation<R> {
  readonly __resource?: (resource: R) => void;
}
/** `state` says how far an object is; a state that none of the lists holds is an end without success. */
export declare function confirmed<R, State extends string>(
  state: (resource: R) => State | Nullish,
  options: ConfirmationOptions<NoInfer<State>>,
): Confirmation<R>;
export interface ConfirmationOptions<State> {
  /** Operation of the resource that confirms a draft. */
  readonly operation: string;
  /** Nothing is made or confirmed unless this switch of the connection is on. */
  readonly onlyIf?: string;
  /** Not confirmed yet. */
  readonly draft: readonly State[];
  /** Confirmed; billing waits for somebody or for a day. */
  readonly waiting: readonly State[];
  /** Carried out. */
  readonly completed: readonly State[];
}

/** What an object turns into in billing. */
export interface Succession<R> {
  readonly __resource?: (resource: R) => void;
}
/**
 * Once its order is carried out, an item is an object of `mapping`. Its id is what `select` gives, where billing says
 * it; else the object is looked for by the ids of the order and the item's number in it.
 */
export declare function becomes<R, Next>(
  select: (resource: R) => string | number | Nullish,
  mapping: Mapping<string, Next>,
  options: {
    /** Query parameter of the other mapping's list operation that takes the order's id. */
    readonly order: string;
    /** Query parameter of the same operation that takes the item's number. */
    readonly number: string;
    /** The item's number in its order. */
    readonly numberOf: (resource: R) => string | number | Nullish;
  },
): Succession<R>;

// ---- mapping ----------------------------------------------------------------------------------------------------

/** A finished mapping, to be referred to by `linked`, `nested` and `listed`. */
export interface Mapping<Name extends string, R> {
  readonly objectName: Name;
  readonly __resource?: R;
}
type ListNames<Operations> = {
  [Name in keyof Operations]: Operations[Name] extends { readonly __response?: (infer _Item)[] | undefined }
    ? Name
    : never;
}[keyof Operations] &
  string;

export interface MappingOptions<O extends AnyObject, R, Operations> {
  /** Stable key of the mapping in links and ledger, such as `billing-account`. Released, so never changed. */
  readonly type: string;
  /** Billing's identifier of the object. */
  readonly id: (resource: R) => string | number | Nullish;
  /** What people call the object by. */
  readonly number?: (resource: R) => string | Nullish;
  /** How the object is found again after a lost answer. Without it nothing is ever created in billing. */
  readonly key?: NaturalKey<R>;
  /** The list operation that reads many at once, and its parameters for ids and keys. */
  readonly bulk?: {
    readonly operation: ListNames<Operations>;
    readonly byId: string;
    readonly byKey?: string;
  };
  readonly read?: keyof Operations & string;
  readonly create?: keyof Operations & string;
  readonly update?: keyof Operations & string;
  /** Changes are sent only where this switch of the connection is on. */
  readonly updateOnlyIf?: string;
  /** Field of the connection that says how far records go without a person. Without it they go only by click. */
  readonly automation?: string;
  readonly lookalikes?: readonly Likeness[];
  /** Placeholders that a deep-link template may use. The template itself belongs to the connection; it starts empty. */
  readonly deepLink?: Readonly<Record<string, (resource: R) => string | number | Nullish>>;
  /**
   * Fields of the Billing Link that show something of the billing object, where nothing is written to the record itself.
   * The billing panel shows them: a text as the status, numbers as money.
   */
  readonly onLink?: Readonly<Record<string, (resource: R) => string | number | Nullish>>;
  /** Record types, by developer name, that take part; all of them when left out. Read only where the org has any. */
  readonly recordTypes?: readonly string[];
  readonly takesPart?: readonly Blocked<O>[];
  readonly fields: Rows<O, R>;
  readonly constants?: readonly Constant<R>[];
  readonly defaults?: readonly Default<R>[];
  readonly children?: Readonly<Record<string, Children<R>>>;
  /** Objects are made as drafts; this gets them going. */
  readonly confirm?: Confirmation<R>;
  /** What objects turn into once billing has carried them out. */
  readonly becomes?: Succession<R>;
}
/** Declares what `object` and `resource` share; the TSDoc above it introduces its reference documentation. */
export declare function mapping<O extends AnyObject, R, Operations extends Record<string, Operation>>(
  object: O,
  resource: Resource<R, Operations>,
  options: MappingOptions<O, R, Operations>,
): Mapping<O['name'], R>;
