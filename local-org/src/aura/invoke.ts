import type { Value } from '../library/library.ts';
import type { LimitName } from '../runtime/limits.ts';
import type { Org } from '../runtime/org.ts';
import type { UserContext } from '../runtime/transaction.ts';
import type { MethodInfo, RuntimeType } from '../runtime/types.ts';
import { failureOf, InvocationFailure } from './failure.ts';
import { fromJson, Misfit } from './from-json.ts';
import type { Json, JsonObject } from './json.ts';
import { auraEnabled } from './members.ts';
import { toJson } from './to-json.ts';

/** A call of an Apex method as a Lightning component makes it. */
export interface ApexCall {
  /** `OrderController`, without the project's namespace. */
  readonly className: string;
  readonly method: string;
  /** By the parameters' names; what is missing is null. */
  readonly params?: Readonly<Record<string, Json>>;
}

/** A cacheable method may not write: its first DML is one too many. */
const READ_ONLY: ReadonlyMap<LimitName, number> = new Map([['dmlStatements', 0]]);

/**
 * Calls an `@AuraEnabled` static method in a transaction of its own and gives its value as JSON.
 * Throws `InvocationFailure` for what the component gets as an error.
 */
export function invoke(org: Org, call: ApexCall, user: UserContext): Json {
  const { type, method } = find(org, call);
  if (!org.mayUseClass(user, type.classInfo?.name ?? call.className)) {
    throw new InvocationFailure({
      message: `You do not have access to the Apex class named '${call.className}'.`,
    });
  }
  const isCacheable = String(auraEnabled(method)?.arguments.cacheable) === 'true';
  const label = `${call.className}.${call.method}`;
  const options = { kind: 'synchronous', entry: 'AURA', user, label } as const;
  const outcome = org.transact({ ...options, ...(isCacheable ? { limits: READ_ONLY } : {}) }, () => {
    const values = argumentsOf(method, call.params ?? {});
    if (values instanceof InvocationFailure) return values;
    return toJson(org.program.jsClass(type.name)[method.jsName](...values) ?? null);
  });
  if (outcome.exception) throw failureOf(outcome.exception, outcome.transaction);
  if (outcome.value instanceof InvocationFailure) throw outcome.value;
  return outcome.value;
}

function find(org: Org, { className, method: name }: ApexCall): { type: RuntimeType; method: MethodInfo } {
  const type = org.program.findType(className);
  const method = type?.classInfo?.methods.find(
    (each) => each.isStatic && each.name.toLowerCase() === name.toLowerCase() && auraEnabled(each),
  );
  if (type && method) return { type, method };
  throw new InvocationFailure({
    message: `Unable to find action '${name}' on the controller of Apex class ${className}.`,
  });
}

function argumentsOf(method: MethodInfo, params: Readonly<JsonObject>): Value[] | InvocationFailure {
  const values: Value[] = [];
  for (const { name, type } of method.parameters) {
    try {
      values.push(fromJson(params[name], type));
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      const message = `Value provided is invalid for action parameter '${name}' of type '${type.name}'`;
      return new InvocationFailure({ message });
    }
  }
  return values;
}
