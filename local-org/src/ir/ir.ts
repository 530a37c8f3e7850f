import type { Span } from '../diagnostics/diagnostic.ts';
import type { SoqlQuery, SoslQuery } from '../syntax/soql.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from '../types/symbols.ts';
import type { PrimitiveName, Type } from '../types/type.ts';

/**
 * Checked Apex: names resolved, overloads chosen, every implicit conversion an explicit `convert`, every operator
 * with the kind of its operands. The checker makes it, the emitter prints it and decides nothing.
 */
export interface IrClass {
  readonly symbol: ClassSymbol;
  /** In order of declaration: initialisers of static fields and static blocks. */
  readonly staticSteps: readonly IrInitialStep[];
  readonly instanceSteps: readonly IrInitialStep[];
  readonly constructors: readonly IrMethod[];
  readonly methods: readonly IrMethod[];
  readonly accessors: readonly IrAccessor[];
  readonly inner: readonly IrClass[];
}

export type IrInitialStep =
  | { readonly kind: 'field'; readonly field: FieldSymbol; readonly value: IrExpression; readonly span: Span }
  | { readonly kind: 'block'; readonly body: IrBlock; readonly locals: readonly IrLocal[] };

export interface IrMethod {
  readonly symbol: MethodSymbol;
  readonly parameters: readonly IrLocal[];
  /** Every local of the body, parameters apart; each has its own name in JavaScript. */
  readonly locals: readonly IrLocal[];
  /** Null for an abstract method. */
  readonly body: IrBlock | null;
  readonly span: Span;
}

export interface IrAccessor {
  readonly field: FieldSymbol;
  readonly which: 'get' | 'set';
  /** The `value` of a setter. */
  readonly parameter: IrLocal | null;
  readonly locals: readonly IrLocal[];
  readonly body: IrBlock;
  readonly span: Span;
}

/** A local variable. Identity matters: a use refers to this very object. */
export interface IrLocal {
  readonly name: string;
  /** Unique in its method and legal in JavaScript. */
  readonly jsName: string;
  readonly type: Type;
  /**
   * Filled by `check/nullness.ts` after the body: true when no assignment can make it null (literals, arithmetic,
   * loop counters), so that arithmetic needs no check.
   */
  neverNull: boolean;
}

/** Anonymous Apex becomes one class with one static method. */
export interface IrProgramUnit {
  readonly file: string;
  readonly classes: readonly IrClass[];
}

// Statements

export type IrStatement =
  | IrBlock
  | {
      readonly kind: 'declare';
      readonly local: IrLocal;
      readonly value: IrExpression | null;
      readonly span: Span;
    }
  | { readonly kind: 'expression'; readonly expression: IrExpression; readonly span: Span }
  | {
      readonly kind: 'if';
      readonly condition: IrExpression;
      readonly then: IrStatement;
      readonly otherwise: IrStatement | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'while';
      readonly condition: IrExpression;
      readonly body: IrStatement;
      readonly span: Span;
    }
  | {
      readonly kind: 'doWhile';
      readonly body: IrStatement;
      readonly condition: IrExpression;
      readonly span: Span;
    }
  | {
      readonly kind: 'for';
      readonly initial: readonly IrStatement[];
      readonly condition: IrExpression | null;
      readonly update: readonly IrExpression[];
      readonly body: IrStatement | null;
      readonly span: Span;
    }
  /** `batch`: the local is a list of up to 200 rows of a query. `source` says what `over` is. */
  | {
      readonly kind: 'forEach';
      readonly local: IrLocal;
      readonly over: IrExpression;
      readonly source: 'list' | 'set' | 'iterable' | 'soql';
      readonly batch: boolean;
      readonly convert: IrConversion | null;
      readonly body: IrStatement | null;
      readonly span: Span;
    }
  | { readonly kind: 'return'; readonly value: IrExpression | null; readonly span: Span }
  | { readonly kind: 'throw'; readonly value: IrExpression; readonly span: Span }
  | {
      readonly kind: 'try';
      readonly body: IrBlock;
      readonly catches: readonly {
        readonly type: Type;
        readonly local: IrLocal;
        readonly body: IrBlock;
        readonly span: Span;
      }[];
      readonly finallyBody: IrBlock | null;
      readonly span: Span;
    }
  | { readonly kind: 'break'; readonly span: Span }
  | { readonly kind: 'continue'; readonly span: Span }
  | {
      readonly kind: 'switch';
      readonly value: IrExpression;
      readonly cases: readonly IrSwitchCase[];
      readonly otherwise: IrBlock | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'dml';
      readonly operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';
      readonly access: AccessMode;
      readonly value: IrExpression;
      readonly second: IrExpression | null;
      readonly externalId: { readonly object: string; readonly field: string } | null;
      readonly span: Span;
    }
  | { readonly kind: 'runAs'; readonly user: IrExpression; readonly body: IrBlock; readonly span: Span };

export interface IrBlock {
  readonly kind: 'block';
  readonly statements: readonly IrStatement[];
  readonly span: Span;
}

/** Values were converted to the switch's type; a typed case has a local of that type. */
export interface IrSwitchCase {
  readonly values: readonly IrExpression[];
  readonly typed: { readonly type: Type; readonly local: IrLocal } | null;
  readonly body: IrBlock;
  readonly span: Span;
}

/** What a query or DML statement runs as: written, or the default of the class's API version. */
export type AccessMode = 'user' | 'system';

// Expressions

/** Every expression has its static type and its place. */
export type IrExpression = IrExpressionKind & { readonly type: Type; readonly span: Span };

/** `from` and `to` are the pair that the emitter looks up in its table of conversions. */
export interface IrConversion {
  readonly from: PrimitiveName;
  readonly to: PrimitiveName;
}

/** What an operator works on. `reference` compares by Apex's `==` for objects; `enum`, `boolean`, ... likewise. */
export type OperandKind =
  | 'integer'
  | 'long'
  | 'double'
  | 'decimal'
  | 'string'
  | 'boolean'
  | 'id'
  | 'date'
  | 'datetime'
  | 'time'
  | 'reference';

export type IrExpressionKind =
  | {
      readonly kind: 'literal';
      readonly value: null | boolean | number | bigint | string;
      readonly literal: 'null' | 'boolean' | 'integer' | 'long' | 'decimal' | 'double' | 'string';
    }
  | { readonly kind: 'local'; readonly local: IrLocal }
  | { readonly kind: 'this' }
  /** An instance field of a source class; with accessors when `field.property` says `code`, or it is virtual. */
  | { readonly kind: 'field'; readonly target: IrExpression; readonly field: FieldSymbol }
  | { readonly kind: 'superField'; readonly field: FieldSymbol }
  | { readonly kind: 'staticField'; readonly field: FieldSymbol }
  /** A value of a source enum or of a platform enum. */
  | { readonly kind: 'enumConstant'; readonly symbol: ClassSymbol; readonly name: string }
  /** A property of a platform class (`RestContext.request`, `saveResult.Errors`); `target` null when it is static. */
  | {
      readonly kind: 'platformProperty';
      readonly target: IrExpression | null;
      readonly symbol: ClassSymbol;
      readonly name: string;
    }
  /** `record.Name`; `name` in the schema's spelling. The declared object may be a parent's. */
  | {
      readonly kind: 'recordField';
      readonly target: IrExpression;
      readonly object: string;
      readonly name: string;
    }
  /** `record.Owner`, `record.Account__r`: by relationship name. */
  | {
      readonly kind: 'recordParent';
      readonly target: IrExpression;
      readonly object: string;
      readonly relationship: string;
    }
  /** `record.Contacts`: a list. */
  | {
      readonly kind: 'recordChildren';
      readonly target: IrExpression;
      readonly object: string;
      readonly relationship: string;
    }
  | { readonly kind: 'element'; readonly target: IrExpression; readonly index: IrExpression }
  /** Assigns and gives the value. Targets: local, field, superField, staticField, platformProperty, recordField, recordParent, element. */
  | { readonly kind: 'assign'; readonly target: IrExpression; readonly value: IrExpression }
  /**
   * `target op= value` and `++`/`--`: reads the target once. `value` has the operator's kind; `before` converts what
   * was read to it and `after` the result back. `result` says which value the expression gives.
   */
  | {
      readonly kind: 'compound';
      readonly target: IrExpression;
      readonly operator: ArithmeticOperator;
      readonly operands: OperandKind;
      readonly value: IrExpression;
      readonly before: IrConversion | null;
      readonly after: IrConversion | null;
      readonly result: 'new' | 'old';
    }
  /** `+` with operands `string` concatenates; its sides may have any type. */
  | {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly operands: OperandKind;
      readonly left: IrExpression;
      readonly right: IrExpression;
    }
  /** `==` ignores case on strings, `===` and `!==` compare references (values for primitives). */
  | {
      readonly kind: 'compare';
      readonly operator: '<' | '<=' | '>' | '>=' | '==' | '!=' | '===' | '!==';
      readonly operands: OperandKind;
      readonly left: IrExpression;
      readonly right: IrExpression;
    }
  | {
      readonly kind: 'logical';
      readonly operator: '&&' | '||';
      readonly left: IrExpression;
      readonly right: IrExpression;
    }
  | { readonly kind: 'coalesce'; readonly left: IrExpression; readonly right: IrExpression }
  | { readonly kind: 'not'; readonly operand: IrExpression }
  | { readonly kind: 'negate'; readonly operands: OperandKind; readonly operand: IrExpression }
  | { readonly kind: 'complement'; readonly operands: OperandKind; readonly operand: IrExpression }
  | {
      readonly kind: 'conditional';
      readonly condition: IrExpression;
      readonly then: IrExpression;
      readonly otherwise: IrExpression;
    }
  /** Evaluates `target` into `local`; null gives null, else `then`, which uses the local. One node per `?.` chain link. */
  | {
      readonly kind: 'safe';
      readonly target: IrExpression;
      readonly local: IrLocal;
      readonly then: IrExpression;
    }
  /** An implicit or explicit conversion between primitives; null stays null. */
  | { readonly kind: 'convert'; readonly conversion: IrConversion; readonly operand: IrExpression }
  /** A checked cast to the node's type: TypeException when it does not fit. */
  | { readonly kind: 'cast'; readonly operand: IrExpression }
  | { readonly kind: 'instanceOf'; readonly operand: IrExpression; readonly of: Type }
  /** A method of a source class, or a platform method that source classes implement or override (virtual by `jsName`). */
  | ({ readonly kind: 'call'; readonly target: IrExpression; readonly method: MethodSymbol } & IrArguments)
  | ({ readonly kind: 'superCall'; readonly method: MethodSymbol } & IrArguments)
  | ({ readonly kind: 'staticCall'; readonly method: MethodSymbol } & IrArguments)
  /** `this(...)` or `super(...)` in a constructor; `method` null: the default constructor. */
  | ({
      readonly kind: 'constructorCall';
      readonly which: 'this' | 'super';
      readonly method: MethodSymbol | null;
    } & IrArguments)
  /**
   * A library function: `method.owner.fullName` and `method.jsName` are its key. `target` null when static. The static
   * type of the target is on the target; the node's type is the result's.
   */
  | ({
      readonly kind: 'platformCall';
      readonly target: IrExpression | null;
      readonly method: MethodSymbol;
    } & IrArguments)
  /** A source class, or a platform class whose constructor is a library function. `method` null: the default constructor of a source class. */
  | ({ readonly kind: 'new'; readonly method: MethodSymbol | null } & IrArguments)
  | {
      readonly kind: 'newRecord';
      readonly object: string;
      readonly fields: readonly {
        readonly name: string;
        readonly kind: 'field' | 'parent';
        readonly value: IrExpression;
      }[];
    }
  | { readonly kind: 'newArray'; readonly size: IrExpression }
  | { readonly kind: 'newElements'; readonly elements: readonly IrExpression[] }
  | {
      readonly kind: 'newMap';
      readonly entries: readonly { readonly key: IrExpression; readonly value: IrExpression }[];
    }
  /** `Foo.class`. */
  | { readonly kind: 'classLiteral'; readonly of: Type }
  /** `Account.SObjectType`, `Schema.Account`, `Account.getSObjectType()` by name. */
  | { readonly kind: 'objectToken'; readonly object: string }
  /** `Account.Name`, `Account.Name.getDescribe()`'s target, `Schema.SObjectType.Account.fields.Name` without describe. */
  | { readonly kind: 'fieldToken'; readonly object: string; readonly field: string }
  /** `Schema.SObjectType.Account`: a DescribeSObjectResult. */
  | { readonly kind: 'objectDescribe'; readonly object: string }
  /** `Schema.SObjectType.Account.fields.Name`: a DescribeFieldResult. */
  | { readonly kind: 'fieldDescribe'; readonly object: string; readonly field: string }
  | { readonly kind: 'fieldSet'; readonly object: string; readonly name: string }
  /** `System.Label.Name`, `Label.ns.Name`. */
  | { readonly kind: 'label'; readonly namespace: string; readonly name: string }
  /** `Trigger.new`, `Trigger.isInsert`: lower-case name. */
  | { readonly kind: 'triggerVariable'; readonly name: string }
  /** `shape` is what the context wants; binds are in order of their index. */
  | {
      readonly kind: 'soql';
      readonly query: SoqlQuery;
      readonly binds: readonly IrExpression[];
      readonly access: AccessMode;
      readonly shape: 'list' | 'single' | 'count';
    }
  /** The one record of a list that a dynamic query gave: QueryException when it has none or more. */
  | { readonly kind: 'onlyRecord'; readonly list: IrExpression }
  | {
      readonly kind: 'sosl';
      readonly query: SoslQuery;
      readonly binds: readonly IrExpression[];
      readonly access: AccessMode;
    };

export interface IrArguments {
  readonly arguments: readonly IrExpression[];
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '&' | '|' | '^' | '<<' | '>>' | '>>>';
