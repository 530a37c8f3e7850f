import { currentTransaction } from '../runtime/context.ts';
import type { RuntimeType } from '../runtime/types.ts';
import { captureStack } from './capture-stack.ts';
import { dmlFailure, dmlFieldNames, dmlFields, dmlStatus } from './dml-failures.ts';
import type { EnumValue } from './enum.ts';
import type { ApexList } from './list.ts';
import { ApexObject } from './value.ts';

/** What a DML exception knows of one failed record. */
export interface DmlFailure {
  /** Position of the record in the statement's list. */
  readonly index: number;
  readonly id: string | null;
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/**
 * Base of every exception of Apex. The platform's own exceptions are instances of this class with `$platformType`; an
 * exception class of the project is an emitted subclass. Slots start with `$`, so that no field of Apex meets them.
 */
export class ApexException extends ApexObject {
  $message: string | null = null;
  $cause: ApexException | null = null;
  /** Of an AuraHandledException: what a component gets to see, which code does not. */
  $clientMessage: string | null = null;
  $platformType: RuntimeType | null = null;
  /** True for what no `catch` of Apex sees: limits and failed assertions. */
  $uncatchable = false;
  $dmlFailures: readonly DmlFailure[] = [];
  /** The object that the failed records belong to; null when the exception is not of DML. */
  $dmlObject: string | null = null;
  /** Fields that a query in user mode may not read, by object; of a QueryException. */
  readonly $inaccessibleFields = new Map<string, Set<string>>();
  /** Where the exception was made; V8 fills it, `runtime/stack.ts` translates it. */
  declare stack: string;

  constructor() {
    super();
    captureStack(this, new.target);
  }

  apexType(): RuntimeType {
    if (!this.$platformType) throw new Error('An exception without a type was made.');
    return this.$platformType;
  }

  'new()'(): this {
    return this;
  }

  'new(string)'(message: string | null): this {
    this.$message = message;
    return this;
  }

  'new(exception)'(cause: ApexException | null): this {
    this.$cause = cause;
    return this;
  }

  'new(string,exception)'(message: string | null, cause: ApexException | null): this {
    this.$message = message;
    this.$cause = cause;
    return this;
  }

  'getmessage/0'(): string {
    return this.$message ?? 'Script-thrown exception';
  }

  'setmessage/1'(message: string | null): void {
    this.$message = message;
  }

  'getcause/0'(): ApexException | null {
    return this.$cause;
  }

  'initcause/1'(cause: ApexException | null): void {
    this.$cause = cause;
  }

  'gettypename/0'(): string {
    return this.apexType().name;
  }

  /** Null when no code of Apex was on the stack. */
  'getlinenumber/0'(): number | null {
    return currentTransaction().stackLine(this.stack);
  }

  'getstacktracestring/0'(): string {
    return currentTransaction().stackTrace(this.stack);
  }

  // What follows takes a position among the failed records and throws `System.ListException` when there is none.

  'getnumdml/0'(): number {
    return this.$dmlFailures.length;
  }

  'getdmlid/1'(position: number): string | null {
    return dmlFailure(this, position).id;
  }

  'getdmlindex/1'(position: number): number {
    return dmlFailure(this, position).index;
  }

  'getdmlmessage/1'(position: number): string {
    return dmlFailure(this, position).message;
  }

  'getdmlstatuscode/1'(position: number): string {
    return dmlFailure(this, position).statusCode;
  }

  'getdmltype/1'(position: number): EnumValue {
    return dmlStatus(this, position);
  }

  'getdmlfieldnames/1'(position: number): ApexList {
    return dmlFieldNames(this, position);
  }

  'getdmlfields/1'(position: number): ApexList {
    return dmlFields(this, position);
  }

  'tostring/0'(): string {
    const message = this['getmessage/0']();
    return `${this['gettypename/0']()}: ${message}`;
  }
}
