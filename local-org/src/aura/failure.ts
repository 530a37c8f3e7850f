import { inTransaction } from '../runtime/context.ts';
import type { ApexTransaction } from '../runtime/apex-transaction.ts';
import type { ApexException } from '../values/exception.ts';
import type { Json } from './json.ts';

/** `error.body` of a component whose call failed. */
export interface FailureBody {
  readonly message: string;
  readonly exceptionType?: string;
  readonly isUserDefinedException?: boolean;
  readonly stackTrace?: string;
  /** Of a DML exception that nobody caught. */
  readonly pageErrors?: Json;
  readonly fieldErrors?: Json;
}

/** A call of an Apex method failed; `body` is what the component gets. */
export class InvocationFailure extends Error {
  readonly body: FailureBody;

  constructor(body: FailureBody) {
    super(body.message);
    this.body = body;
  }
}

/** Of an AuraHandledException the text alone; of any other exception what the platform tells. */
export function failureOf(exception: ApexException, transaction: ApexTransaction): InvocationFailure {
  return inTransaction(transaction, () => {
    const exceptionType = String(exception['gettypename/0']());
    const message = String(exception['getmessage/0']() ?? '');
    if (exceptionType === 'System.AuraHandledException') {
      const isSet = message !== 'Script-thrown exception';
      return new InvocationFailure({ message: isSet ? message : (exception.$clientMessage ?? message) });
    }
    return new InvocationFailure({
      message,
      exceptionType,
      isUserDefinedException: exception.$platformType === null,
      stackTrace: transaction.stackTrace(exception.stack),
      ...dmlErrors(exception),
    });
  });
}

function dmlErrors({
  $dmlFailures: failures,
}: ApexException): Pick<FailureBody, 'pageErrors' | 'fieldErrors'> {
  if (!failures.length) return {};
  const fieldErrors: Record<string, Json> = {};
  for (const { fields, statusCode, message } of failures) {
    for (const field of fields) fieldErrors[field] = [{ statusCode, message }];
  }
  const page = failures.filter(({ fields }) => !fields.length);
  return { fieldErrors, pageErrors: page.map(({ statusCode, message }) => ({ statusCode, message })) };
}
