import type { Span } from '../diagnostics/diagnostic.ts';
import type { SoqlQuery, SoslQuery } from './soql.ts';

/**
 * The syntax tree of Apex: plain data, so that it can be cached. Names keep the author's spelling; everything that
 * compares names does so without case. Nothing is resolved here: `a.b.c` is a chain of `member` expressions over a
 * `name`, whatever `a` turns out to be.
 */
export type Unit = ClassUnit | TriggerUnit | AnonymousUnit;

export interface ClassUnit {
  readonly kind: 'classUnit';
  readonly declaration: TypeDeclaration;
}

export interface TriggerUnit {
  readonly kind: 'triggerUnit';
  readonly name: Identifier;
  readonly object: Identifier;
  /** In lower case: `before insert`, `after undelete`. */
  readonly events: readonly { readonly name: string; readonly span: Span }[];
  readonly body: Block;
  readonly members: readonly Member[];
  readonly span: Span;
}

/** Anonymous Apex: statements, with methods and classes between them. */
export interface AnonymousUnit {
  readonly kind: 'anonymousUnit';
  readonly body: readonly (Statement | MethodDeclaration | TypeDeclaration)[];
  readonly span: Span;
}

export interface Identifier {
  readonly text: string;
  readonly span: Span;
}

/** `Map<Id, List<Account>>`, `System.HttpRequest`, `String[]` (as `List` with one argument and `array` true). */
export interface TypeReference {
  readonly kind: 'type';
  /** `System`, `HttpRequest`: the dotted parts, each with its own arguments. */
  readonly parts: readonly { readonly name: Identifier; readonly arguments: readonly TypeReference[] }[];
  /** How often `[]` follows. `String[][]` is 2. */
  readonly arrays: number;
  readonly span: Span;
}

export interface Annotation {
  readonly name: Identifier;
  /** `@Future(callout=true)` gives `{callout: true}`; `@SuppressWarnings('x')` gives `{'': 'x'}`. */
  readonly arguments: readonly {
    readonly name: string;
    readonly value: string | number | boolean;
    readonly span: Span;
  }[];
  readonly span: Span;
}

/** In lower case. `withsharing`, `withoutsharing`, `inheritedsharing` stand for the two words. */
export type ModifierName =
  | 'public'
  | 'private'
  | 'protected'
  | 'global'
  | 'static'
  | 'final'
  | 'abstract'
  | 'virtual'
  | 'override'
  | 'transient'
  | 'webservice'
  | 'testmethod'
  | 'withsharing'
  | 'withoutsharing'
  | 'inheritedsharing';

export interface Modifiers {
  readonly names: readonly { readonly name: ModifierName; readonly span: Span }[];
  readonly annotations: readonly Annotation[];
}

export type TypeDeclaration = ClassDeclaration | InterfaceDeclaration | EnumDeclaration;

export interface ClassDeclaration {
  readonly kind: 'class';
  readonly name: Identifier;
  readonly modifiers: Modifiers;
  readonly superType: TypeReference | null;
  readonly interfaces: readonly TypeReference[];
  readonly members: readonly Member[];
  readonly span: Span;
}

export interface InterfaceDeclaration {
  readonly kind: 'interface';
  readonly name: Identifier;
  readonly modifiers: Modifiers;
  readonly interfaces: readonly TypeReference[];
  readonly members: readonly MethodDeclaration[];
  readonly span: Span;
}

export interface EnumDeclaration {
  readonly kind: 'enum';
  readonly name: Identifier;
  readonly modifiers: Modifiers;
  readonly constants: readonly Identifier[];
  readonly span: Span;
}

export type Member =
  | FieldDeclaration
  | PropertyDeclaration
  | MethodDeclaration
  | ConstructorDeclaration
  | InitializerDeclaration
  | TypeDeclaration;

/** `Integer a, b = 2;` is two of these, in order. */
export interface FieldDeclaration {
  readonly kind: 'field';
  readonly name: Identifier;
  readonly type: TypeReference;
  readonly modifiers: Modifiers;
  readonly initializer: Expression | null;
  readonly span: Span;
}

export interface PropertyDeclaration {
  readonly kind: 'property';
  readonly name: Identifier;
  readonly type: TypeReference;
  readonly modifiers: Modifiers;
  readonly getter: Accessor | null;
  readonly setter: Accessor | null;
  readonly span: Span;
}

/** `get;` has no body: the value is stored by the platform. */
export interface Accessor {
  readonly modifiers: Modifiers;
  readonly body: Block | null;
  readonly span: Span;
}

export interface Parameter {
  readonly name: Identifier;
  readonly type: TypeReference;
  readonly modifiers: Modifiers;
  readonly span: Span;
}

export interface MethodDeclaration {
  readonly kind: 'method';
  readonly name: Identifier;
  /** Null for `void`. */
  readonly returnType: TypeReference | null;
  readonly modifiers: Modifiers;
  readonly parameters: readonly Parameter[];
  /** Null for an abstract or interface method. */
  readonly body: Block | null;
  readonly span: Span;
}

export interface ConstructorDeclaration {
  readonly kind: 'constructor';
  readonly name: Identifier;
  readonly modifiers: Modifiers;
  readonly parameters: readonly Parameter[];
  readonly body: Block;
  readonly span: Span;
}

/** `{ ... }` or `static { ... }` in a class body. */
export interface InitializerDeclaration {
  readonly kind: 'initializer';
  readonly isStatic: boolean;
  readonly body: Block;
  readonly span: Span;
}

// Statements

export type Statement =
  | Block
  | LocalVariables
  | ExpressionStatement
  | If
  | While
  | DoWhile
  | For
  | ForEach
  | Return
  | Throw
  | Try
  | Break
  | Continue
  | Switch
  | Dml
  | RunAs;

export interface Block {
  readonly kind: 'block';
  readonly statements: readonly Statement[];
  readonly span: Span;
}

export interface LocalVariables {
  readonly kind: 'local';
  readonly type: TypeReference;
  readonly modifiers: Modifiers;
  readonly variables: readonly { readonly name: Identifier; readonly initializer: Expression | null }[];
  readonly span: Span;
}

export interface ExpressionStatement {
  readonly kind: 'expression';
  readonly expression: Expression;
  readonly span: Span;
}

export interface If {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: Statement;
  readonly otherwise: Statement | null;
  readonly span: Span;
}

export interface While {
  readonly kind: 'while';
  readonly condition: Expression;
  readonly body: Statement;
  readonly span: Span;
}

export interface DoWhile {
  readonly kind: 'doWhile';
  readonly body: Statement;
  readonly condition: Expression;
  readonly span: Span;
}

export interface For {
  readonly kind: 'for';
  readonly initial: LocalVariables | readonly Expression[];
  readonly condition: Expression | null;
  readonly update: readonly Expression[];
  /** Null for `for (...);`. */
  readonly body: Statement | null;
  readonly span: Span;
}

/** `for (Account a : accounts)`, `for (List<Account> batch : [SELECT ...])`. */
export interface ForEach {
  readonly kind: 'forEach';
  readonly type: TypeReference;
  readonly name: Identifier;
  readonly over: Expression;
  readonly body: Statement | null;
  readonly span: Span;
}

export interface Return {
  readonly kind: 'return';
  readonly value: Expression | null;
  readonly span: Span;
}

export interface Throw {
  readonly kind: 'throw';
  readonly value: Expression;
  readonly span: Span;
}

export interface Try {
  readonly kind: 'try';
  readonly body: Block;
  readonly catches: readonly {
    readonly type: TypeReference;
    readonly name: Identifier;
    readonly body: Block;
    readonly span: Span;
  }[];
  readonly finallyBody: Block | null;
  readonly span: Span;
}

export interface Break {
  readonly kind: 'break';
  readonly span: Span;
}

export interface Continue {
  readonly kind: 'continue';
  readonly span: Span;
}

export interface Switch {
  readonly kind: 'switch';
  readonly value: Expression;
  readonly cases: readonly SwitchCase[];
  readonly otherwise: Block | null;
  readonly span: Span;
}

/** `when 1, 2`, `when MONDAY` (a `name` expression), `when null`, `when Account a`. */
export interface SwitchCase {
  readonly values: readonly Expression[];
  readonly typed: { readonly type: TypeReference; readonly name: Identifier } | null;
  readonly body: Block;
  readonly span: Span;
}

export interface Dml {
  readonly kind: 'dml';
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';
  readonly access: 'user' | 'system' | null;
  readonly value: Expression;
  /** `upsert x Account.Key__c`: the field; `merge a b`: the records that are merged into the first. */
  readonly second: Expression | null;
  readonly span: Span;
}

export interface RunAs {
  readonly kind: 'runAs';
  readonly user: Expression;
  readonly body: Block;
  readonly span: Span;
}

// Expressions

export type Expression =
  | Literal
  | Name
  | This
  | Super
  | MemberAccess
  | IndexAccess
  | Call
  | New
  | NewArray
  | NewWithElements
  | NewMapElements
  | NewSObject
  | Binary
  | Unary
  | Assignment
  | Conditional
  | Cast
  | InstanceOf
  | ClassLiteral
  | SoqlExpression
  | SoslExpression
  | Parenthesised;

/** Kept because `a = (b)` and coverage positions need it; carries no meaning. */
export interface Parenthesised {
  readonly kind: 'parenthesised';
  readonly expression: Expression;
  readonly span: Span;
}

/** `value`: text without quotes and with escapes resolved for a string; digits without suffix for numbers. */
export interface Literal {
  readonly kind: 'literal';
  /** `1.5` is a decimal, `1.5d` a double, `1L` a long. */
  readonly type: 'null' | 'boolean' | 'integer' | 'long' | 'decimal' | 'double' | 'string';
  readonly value: string;
  readonly span: Span;
}

export interface Name {
  readonly kind: 'name';
  readonly name: Identifier;
  readonly span: Span;
}

export interface This {
  readonly kind: 'this';
  readonly span: Span;
}

export interface Super {
  readonly kind: 'super';
  readonly span: Span;
}

export interface MemberAccess {
  readonly kind: 'member';
  readonly target: Expression;
  readonly name: Identifier;
  /** `target?.name` */
  readonly safe: boolean;
  readonly span: Span;
}

export interface IndexAccess {
  readonly kind: 'index';
  readonly target: Expression;
  readonly index: Expression;
  readonly span: Span;
}

/** `name(...)`, `target.name(...)`, and with target `this` or `super` and no name, a constructor call. */
export interface Call {
  readonly kind: 'call';
  readonly target: Expression | null;
  /** Null for `this(...)` and `super(...)`. */
  readonly name: Identifier | null;
  readonly safe: boolean;
  readonly arguments: readonly Expression[];
  readonly span: Span;
}

/** `new Foo(a, b)`, `new List<String>()`. */
export interface New {
  readonly kind: 'new';
  readonly type: TypeReference;
  readonly arguments: readonly Expression[];
  readonly span: Span;
}

/** `new Account(Name = 'x', Active__c = true)`; `new Account()` is a `new`. */
export interface NewSObject {
  readonly kind: 'newSObject';
  readonly type: TypeReference;
  readonly fields: readonly { readonly name: Identifier; readonly value: Expression }[];
  readonly span: Span;
}

/** `new Integer[5]`: `type` is the element's. */
export interface NewArray {
  readonly kind: 'newArray';
  readonly type: TypeReference;
  readonly size: Expression;
  readonly span: Span;
}

/** `new List<String>{ 'a', 'b' }`, `new Set<Id>{}`, `new String[]{ 'a' }` (then `type.arrays` is 1). */
export interface NewWithElements {
  readonly kind: 'newElements';
  readonly type: TypeReference;
  readonly elements: readonly Expression[];
  readonly span: Span;
}

/** `new Map<String, Integer>{ 'a' => 1 }`; an empty `{}` on a map type is a `newElements`. */
export interface NewMapElements {
  readonly kind: 'newMap';
  readonly type: TypeReference;
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
  readonly span: Span;
}

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '&'
  | '|'
  | '^'
  | '<<'
  | '>>'
  | '>>>'
  | '<'
  | '<='
  | '>'
  | '>='
  | '=='
  | '!='
  | '==='
  | '!=='
  | '<>'
  | '&&'
  | '||'
  | '??';

export interface Binary {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly span: Span;
  /** Of the operator alone. */
  readonly operatorSpan: Span;
}

export interface Unary {
  readonly kind: 'unary';
  readonly operator: '+' | '-' | '!' | '~' | '++' | '--';
  readonly postfix: boolean;
  readonly operand: Expression;
  readonly span: Span;
}

export interface Assignment {
  readonly kind: 'assignment';
  readonly operator: '=' | '+=' | '-=' | '*=' | '/=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '>>>=';
  readonly target: Expression;
  readonly value: Expression;
  readonly span: Span;
}

export interface Conditional {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
  readonly span: Span;
}

export interface Cast {
  readonly kind: 'cast';
  readonly type: TypeReference;
  readonly value: Expression;
  readonly span: Span;
}

export interface InstanceOf {
  readonly kind: 'instanceOf';
  readonly value: Expression;
  readonly type: TypeReference;
  readonly span: Span;
}

/** `Foo.class`, `List<String>.class`. */
export interface ClassLiteral {
  readonly kind: 'classLiteral';
  readonly type: TypeReference;
  readonly span: Span;
}

export interface SoqlExpression {
  readonly kind: 'soql';
  readonly query: SoqlQuery;
  readonly span: Span;
}

export interface SoslExpression {
  readonly kind: 'sosl';
  readonly query: SoslQuery;
  readonly span: Span;
}
