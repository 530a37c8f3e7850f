import type { IrExpression } from '../../ir/ir.ts';
import type { Type } from '../../types/type.ts';

/** What a name or a chain of names stands for, before it is known what follows. */
export type Denotation =
  | { readonly kind: 'value'; readonly value: IrExpression }
  /** A type, a namespace, or both at once: `System`, `Database`. `name` as it was written. */
  | {
      readonly kind: 'static';
      readonly name: string;
      readonly type: Type | null;
      readonly namespace: string | null;
    }
  | { readonly kind: 'super' }
  /** `Label`, `Label.ns`; the namespace is null when none is written. */
  | { readonly kind: 'labels'; readonly namespace: string | null }
  | { readonly kind: 'trigger' }
  | { readonly kind: 'page' }
  /** `Schema.SObjectType.Account.fields` and `.fieldSets`, `Account.SObjectType.fields`. */
  | DescribeMembers;

export interface DescribeMembers {
  readonly kind: 'describeMembers';
  readonly of: 'fields' | 'fieldSets';
  /** The object's describe, whose fields are describes, or its token, whose fields are tokens. */
  readonly target: IrExpression & { readonly kind: 'objectDescribe' | 'objectToken' };
}

/** What is done with the thing that is named. */
export type Use = 'read' | 'write' | 'update';

export function reads(use: Use): boolean {
  return use !== 'write';
}

export function writes(use: Use): boolean {
  return use !== 'read';
}
