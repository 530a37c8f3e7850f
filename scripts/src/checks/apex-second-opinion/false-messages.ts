/**
 * Messages that are wrong because the compiler's stubs of the platform have gaps. What they would have said is
 * left to apex-ls, which knows these parts.
 */
export const FALSE_MESSAGES: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  {
    pattern:
      /^Constructor not defined: \[[\w.]*Exception\]\.<Constructor>\((String|[\w.]*Exception|String, [\w.]*Exception)?\)$/,
    reason: 'the platform gives every exception four constructors, the compiler asks the server for them',
  },
  {
    pattern: /void (insert|update|upsert|delete|undelete|merge)\(.*\) from the type System\.Database$/,
    reason: 'the stubs leave out the Database methods whose names are keywords',
  },
  {
    pattern: /^Method does not exist or incorrect signature: void \w+\(.*Schema\.SObjectField/,
    reason: 'SObject methods are built in and know the field token by another internal name than the stubs',
  },
  {
    pattern:
      /^Method does not exist or incorrect signature: void getStatusCode\(\) from the type Database\.Error$/,
    reason: 'the stub names its result without the namespace',
  },
  {
    pattern: /^Variable does not exist: ([\w.]+\.)?fields(ets)?(\.\w+)?$/i,
    reason: 'the fields of a describe result are made by the server',
  },
  {
    pattern: / from the type Schema\.(RecordTypeInfo|ChildRelationship)$/,
    reason: 'the stub of the describe result gives one of them where the platform gives a map or a list',
  },
  {
    pattern: /^Custom (Metadata Type|Setting) cannot be referenced outside code from the same namespace\.$/,
    reason: 'the object types built for the compiler carry no namespace',
  },
  {
    pattern:
      /^Type arguments provided for a non-parameterized type: (System\.)?(Comparator|Iterable|Iterator)$/,
    reason: 'the stubs leave out the type arguments',
  },
  {
    pattern:
      /^Static field cannot be referenced from a non static context: SObjectType from the type (Object|Field)Permissions$/,
    reason: 'the compiler takes their field SobjectType for the token that every object has',
  },
  { pattern: /^Invalid type: (System\.)?Iterator\b/, reason: 'the stubs leave this interface out' },
];
