/**
 * What the jar lacks or has wrong against API version 67, by full name. Members are written as Apex writes them
 * (`declaration-text.ts`); `remove` takes a method by its key (`valueOf(Object)`) and a field by its name.
 */
export interface Correction {
  readonly isAbstract?: true;
  readonly kind?: 'class' | 'interface' | 'enum';
  readonly extends?: string;
  readonly implements?: readonly string[];
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
  /** Of an enum, in the platform's order: the jar's is alphabetical, and `ordinal()` shows it. */
  readonly constants?: readonly string[];
  /** Constants that the jar's enum lacks. */
  readonly moreConstants?: readonly string[];
}

export const NO_CORRECTION: Correction = {};

/** What every object has. */
export const OBJECT_CLASS = 'System.Object';
/** What every enum has. */
export const ENUM_CLASS = 'System.Enum';

/** An exception that the jar lacks. */
const EXCEPTION: Correction = {
  extends: 'System.Exception',
  add: ['new()', 'new(String)', 'new(Exception)', 'new(String,Exception)'],
};

export const CORRECTIONS: Readonly<Record<string, Correction>> = {
  'System.Object': { add: ['Boolean equals(Object)', 'Integer hashCode()', 'String toString()'] },
  'System.Enum': {
    add: [
      'String name()',
      'Integer ordinal()',
      'Boolean equals(Object)',
      'Integer hashCode()',
      'String toString()',
      'static List<Object> values()',
      'static Object valueOf(String)',
    ],
  },
  'System.Exception': {
    isAbstract: true,
    remove: ['()'],
    add: ['new()', 'new(String)', 'new(Exception)', 'new(String,Exception)'],
  },
  // A query, a list or any other iterable.
  'Database.Batchable': {
    remove: ['start(Database.BatchableContext)'],
    add: ['Object start(Database.BatchableContext)'],
  },
  // "Each of these methods is also equivalent to a read-only property."
  'System.Address': {
    add: [
      'String city',
      'String country',
      'String countryCode',
      'String geocodeAccuracy',
      'Double latitude',
      'Double longitude',
      'String postalCode',
      'String state',
      'String stateCode',
      'String street',
    ],
  },
  'Cache.Partition': {
    add: ['Map<String,Boolean> contains(Set<String>)', 'Map<String,Object> get(Set<String>)'],
  },
  'Cache.OrgPartition': { extends: 'Cache.Partition' },
  'Cache.SessionPartition': { extends: 'Cache.Partition' },
  'Cache.Session.SessionCacheException': EXCEPTION,
  'Database.LeadConvertResult': { add: ['Id getRelatedPersonAccountId()', 'Id RelatedPersonAccountId'] },
  'System.FormulaValidationException': EXCEPTION,
  'System.FormulaEvaluationException': EXCEPTION,
  'System.StaticResourceCalloutMock': { implements: ['System.HttpCalloutMock'] },
  'System.Quiddity': {
    constants: [
      'ANONYMOUS',
      'AURA',
      'BATCH_ACS',
      'BATCH_APEX',
      'BATCH_CHUNK_PARALLEL',
      'BATCH_CHUNK_SERIAL',
      'BULK_API',
      'COMMERCE_INTEGRATION',
      'DISCOVERABLE_LOGIN',
      'FUNCTION_CALLBACK',
      'FUTURE',
      'INBOUND_EMAIL_SERVICE',
      'INVOCABLE_ACTION',
      'IOT',
      'PLATFORM_EVENT_PUBLISH_CALLBACK',
      'QUEUEABLE',
      'QUICK_ACTION',
      'REMOTE_ACTION',
      'REST',
      'RUNTEST_ASYNC',
      'RUNTEST_DEPLOY',
      'RUNTEST_SYNC',
      'SCHEDULED',
      'SOAP',
      'SYNCHRONOUS',
      'TRANSACTION_FINALIZER_QUEUEABLE',
      'UNDEFINED',
      'VF',
    ],
  },
  'System.StatusCode': { moreConstants: ['OPERATION_ENQUEUED', 'OPERATION_WITH_CALLBACK_ENQUEUED'] },
  'System.LoggingLevel': {
    constants: ['NONE', 'INTERNAL', 'FINEST', 'FINER', 'FINE', 'DEBUG', 'INFO', 'WARN', 'ERROR'],
  },
  'System.TriggerOperation': {
    constants: [
      'BEFORE_INSERT',
      'BEFORE_UPDATE',
      'BEFORE_DELETE',
      'AFTER_INSERT',
      'AFTER_UPDATE',
      'AFTER_DELETE',
      'AFTER_UNDELETE',
    ],
  },
  'ConnectApi.NamedCredentials': {
    add: [
      'static ConnectApi.ExternalCredential updateExternalCredential(String, ConnectApi.ExternalCredentialInput)',
      'static ConnectApi.NamedCredential updateNamedCredential(String, ConnectApi.NamedCredentialInput)',
      'static void deleteExternalCredential(String)',
      'static void deleteNamedCredential(String)',
    ],
  },
  'System.RoundingMode': {
    constants: ['UP', 'DOWN', 'CEILING', 'FLOOR', 'HALF_UP', 'HALF_DOWN', 'HALF_EVEN', 'UNNECESSARY'],
  },
  'System.AccessType': { constants: ['CREATABLE', 'READABLE', 'UPDATABLE', 'UPSERTABLE'] },
  // Members that are newer than the jar, or spelled otherwise there.
  'System.Crypto': {
    add: [
      'static Blob encryptWithManagedIV(String, Blob, Blob, Blob)',
      'static Blob decryptWithManagedIV(String, Blob, Blob, Blob)',
    ],
  },
  'System.Database': {
    add: [
      'static Database.PaginationCursor getPaginationCursor(String)',
      'static Database.PaginationCursor getPaginationCursor(String, AccessLevel)',
      'static Database.PaginationCursor getPaginationCursorWithBinds(String, Map<String,Object>, AccessLevel)',
    ],
  },
  'Database.PaginationCursor': {
    add: [
      'Database.CursorFetchResult fetchPage(Integer, Integer)',
      'Integer fetchDeleted(Integer, Integer)',
      'Integer getNumRecords()',
    ],
  },
  'Database.CursorFetchResult': {
    add: [
      'Integer getNextIndex()',
      'Integer getNumDeletedRecords()',
      'List<SObject> getRecords()',
      'Boolean isDone()',
    ],
  },
  'System.EventBus': {
    add: [
      'static Database.SaveResult publishWithAccessLevel(SObject, AccessLevel)',
      'static List<Database.SaveResult> publishWithAccessLevel(List<SObject>, AccessLevel)',
    ],
  },
  'System.QueueableDuplicateSignature': {
    add: ['static System.QueueableDuplicateSignature.Builder Builder()'],
  },
  'System.Http': { remove: ['send(Object)'], add: ['HttpResponse send(HttpRequest)'] },
  'System.Id': { remove: ['getSobjectType()'], add: ['Schema.SObjectType getSObjectType()'] },
  'System.Limits': {
    add: [
      'static Integer getApexCursors()',
      'static Integer getLimitApexCursors()',
      'static Integer getApexPaginationCursors()',
      'static Integer getLimitApexPaginationCursors()',
      'static Integer getApexPaginationCursorRows()',
      'static Integer getLimitApexPaginationCursorRows()',
    ],
  },
  'System.OrgLimit': { add: ['String toString()'] },
  'ApexPages.StandardController': { add: ['void reset()'] },
  'System.PageReference': { add: ['Integer getRedirectCode()', 'PageReference setRedirectCode(Integer)'] },
  'System.Security': {
    add: ['static SObjectAccessDecision stripInaccessible(AccessType, List<SObject>, Boolean, Id)'],
  },
  'System.SObject': { add: ['Boolean equals(Object)', 'Integer hashCode()', 'String toString()'] },
  'System.System': {
    remove: ['Assert(Boolean)', 'Assert(Boolean,Object)'],
    add: [
      'static void assert(Boolean)',
      'static void assert(Boolean, Object)',
      'static String getQuiddityShortCode(Quiddity)',
      'static Integer purgeOldAsyncJobs(Date, Integer)',
    ],
  },
  'System.Test': { add: ['static Boolean isSoqlStubDefined(Schema.SObjectType)'] },
};
