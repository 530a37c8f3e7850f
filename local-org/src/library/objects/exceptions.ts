import type { RuntimeType } from '../../runtime/types.ts';
import { ApexException } from '../../values/exception.ts';
import { libraryClass, type LibraryClass } from '../library.ts';
import { fieldsByObject } from '../security/access-decision.ts';
import { EXCEPTION_NAMES } from './exception-names.ts';

type Constructors = NonNullable<LibraryClass['constructors']>;

/** A platform exception of a type. */
function make(
  type: RuntimeType,
  message: string | null = null,
  cause: ApexException | null = null,
): ApexException {
  const exception = new ApexException();
  exception.$platformType = type;
  exception.$message = message;
  exception.$cause = cause;
  return exception;
}

const USUAL: Constructors = {
  '()': (type) => make(type),
  '(String)': (type, message) => make(type, message),
  '(Exception)': (type, cause) => make(type, null, cause),
  '(String,Exception)': make,
};

/** Classes that are made in another way. */
const OTHERS: Readonly<Record<string, Constructors>> = {
  'System.AuraHandledException': { '(String)': makeAuraHandled },
  'System.InvalidParameterValueException': { '(String,String)': makeInvalidParameter },
};

/** The platform hides the text from `getMessage` in code, until `setMessage` sets it. */
function makeAuraHandled(type: RuntimeType, message: string | null): ApexException {
  const exception = make(type, 'Script-thrown exception');
  exception.$clientMessage = message;
  return exception;
}

function makeInvalidParameter(type: RuntimeType, name: string, value: string): ApexException {
  return make(type, `Invalid value for parameter ${name}: ${value}`);
}

const METHODS: Readonly<Record<string, NonNullable<LibraryClass['methods']>>> = {
  'System.QueryException': {
    'getInaccessibleFields()': (exception: ApexException) => fieldsByObject(exception.$inaccessibleFields),
  },
};

/** `System.Exception` and all exceptions of the platform. */
export const exceptionClasses: readonly LibraryClass[] = [
  libraryClass({ name: 'System.Exception', virtual: true, base: ApexException }),
  ...Object.entries(EXCEPTION_NAMES).flatMap(([namespace, names]) =>
    names.map((name) => exceptionClass(`${namespace}.${name}Exception`)),
  ),
];

function exceptionClass(name: string): LibraryClass {
  return libraryClass({ name, constructors: OTHERS[name] ?? USUAL, methods: METHODS[name] ?? {} });
}
