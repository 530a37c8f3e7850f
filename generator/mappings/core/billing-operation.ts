import {
  customObject,
  date,
  dateTime,
  longText,
  lookup,
  number,
  picklist,
  text,
} from '../../language/index.ts';

/**
 * One intended change in billing or of what mirrors it: a row of the ledger. What is meant to happen is stored before
 * it happens, so that a closed browser, a killed job or a lost answer loses nothing, and anybody can see what was
 * done, by whom and with what result.
 */
export const BillingOperation = customObject('BillingOperation__c', {
  label: 'Billing Operation',
  plural: 'Billing Operations',
  nameField: { type: 'AutoNumber', label: 'Operation Number', format: 'OP-{00000000}' },
  sharing: 'Private',
  tab: 'Custom62: Chalkboard',
  fields: {
    /** The tenant that is asked. */
    Connection__c: lookup('BillingConnection__c', {
      label: 'Billing Connection',
      relationship: 'Operations',
      relationshipLabel: 'Billing Operations',
      required: true,
      onDelete: 'Restrict',
    }),
    /**
     * Where the operation is in its life. Proposed: shown in a preview, nobody has agreed yet. Queued: agreed.
     * Running: one job holds the lease. Waiting: to be tried again or for its day. Done, Failed, Cancelled: over.
     * Parked: a person has to look.
     */
    State__c: picklist({
      label: 'State',
      help: 'Proposed: not agreed yet. Waiting: is tried again by itself. Parked: a person has to look.',
      values: ['Proposed', 'Queued', 'Running', 'Waiting', 'Done', 'Failed', 'Parked', 'Cancelled'],
      default: 'Proposed',
    }),
    /**
     * What is meant to happen, such as create, link, updateBilling or updateSalesforce. Text and not a picklist: new
     * kinds come with releases, and an upgrade is documented not to add values to a picklist that an org has already.
     */
    Kind__c: text({ label: 'Kind', help: 'What is meant to happen.', length: 40, required: true }),
    /** Key of the mapping, such as billing-account. */
    Type__c: text({ label: 'Type', help: 'Kind of billing object.', length: 40, required: true }),
    /** Object of the record, without namespace. */
    ObjectName__c: text({ label: 'Object', length: 80, required: true }),
    /**
     * Id of the record, 18 characters. An external id, since pages ask for the operations of a record. Not required:
     * an operation that makes a record in Salesforce has none until it is done.
     */
    RecordId__c: text({ label: 'Record ID', length: 18, externalId: true }),
    /** Identifier of the billing object: known before an update, found by a create. */
    BillingId__c: text({ label: 'Billing ID', length: 80 }),
    /**
     * Connection, type and record id while the operation is queued, running, waiting or parked; empty otherwise.
     * Unique, so that two clicks at the same moment can't set two operations to work on one record.
     */
    OpenIdentity__c: text({
      label: 'Open Identity',
      help: 'Keeps a second operation on the same record from starting.',
      length: 255,
      unique: true,
      caseSensitive: true,
    }),
    /** The operation that this one is a step of: an order's confirm under the order. It waits for its parent. */
    ParentOperation__c: lookup('BillingOperation__c', {
      label: 'Parent Operation',
      relationship: 'ChildOperations',
      relationshipLabel: 'Steps',
      onDelete: 'SetNull',
    }),
    /** Joins the operations of one click or one scheduled run, so that a page can follow all of them. */
    RunId__c: text({ label: 'Run ID', length: 36, externalId: true }),
    /** Day on which the change shall take effect. A later day keeps the operation waiting. */
    RequestedDate__c: date({ label: 'Requested Date', help: 'Day on which the change shall take effect.' }),

    /** Mark of the job that holds the operation. A job that lost its lease writes nothing. */
    LeaseId__c: text({ label: 'Lease ID', length: 36 }),
    /** When the lease ends. After it another job may take the operation: its holder has died. */
    LeaseUntil__c: dateTime({ label: 'Lease Until' }),
    /** How often it was tried. */
    Attempts__c: number({ label: 'Attempts', precision: 3, scale: 0, default: 0 }),
    /** Earliest moment of the next attempt. It grows with each failure that may pass by itself. */
    NextAttempt__c: dateTime({ label: 'Next Attempt' }),
    /** When a proposal is too old to be agreed to. The values may have changed since it was shown. */
    ExpiresAt__c: dateTime({ label: 'Expires' }),
    /** When the first attempt began. */
    StartedAt__c: dateTime({ label: 'Started' }),
    /** When it was over. */
    FinishedAt__c: dateTime({ label: 'Finished' }),

    /** Hash per field of both sides when the change was shown, as JSON. If they differ at the run, it stops. */
    BeforeDigests__c: longText({ label: 'Digests Before', length: 32768, visibleLines: 3 }),
    /** Hash per field of both sides after the change, as JSON: what becomes the link's agreed hashes. */
    AfterDigests__c: longText({ label: 'Digests After', length: 32768, visibleLines: 3 }),
    /**
     * What a person decided or entered for this operation, as JSON: the side that wins a conflict, a reason, an
     * effective date. Field values are read from the record when it runs, not kept here.
     */
    Payload__c: longText({ label: 'Payload', length: 131072, visibleLines: 5 }),
    /** Calls that the operation is expected to take. Runs are cut to fit the platform's limits by it. */
    ExpectedCallouts__c: number({ label: 'Expected Callouts', precision: 5, scale: 0 }),

    /** Name of the reason, from the one list, why it failed or is parked. The remedy buttons come from it. */
    Reason__c: text({ label: 'Reason', length: 40 }),
    /** What went wrong, in a rep's words. Text of one line, since the platform refuses a text area in the highlights. */
    RepMessage__c: text({ label: 'Message', help: 'What went wrong and what to do.', length: 255 }),
    /** What went wrong, for the admin: cause and way out, with what the billing system said. Keys and personal data masked. */
    AdminMessage__c: longText({ label: 'Details for Admins', length: 32768, visibleLines: 5 }),
    /** HTTP status of the last answer. Empty: there was none. */
    HttpStatus__c: number({ label: 'HTTP Status', precision: 3, scale: 0 }),
    /** Correlation id of the last answer, for the billing system's support. */
    CorrelationId__c: text({
      label: 'Correlation ID',
      help: 'Tell it to the billing system’s support.',
      length: 80,
      externalId: true,
    }),
  },
  compact: ['Name', 'State__c', 'Kind__c', 'Type__c', 'RepMessage__c', 'Connection__c', 'Attempts__c'],
  search: ['NAME', 'State__c', 'Kind__c', 'Type__c', 'RecordId__c', 'RepMessage__c', 'CorrelationId__c'],
  listViews: [
    {
      name: 'All',
      label: 'All Billing Operations',
      columns: ['NAME', 'State__c', 'Kind__c', 'Type__c', 'RecordId__c', 'Attempts__c', 'CREATED_DATE'],
    },
    {
      name: 'Parked',
      label: 'Parked Operations',
      columns: ['NAME', 'Kind__c', 'Type__c', 'RecordId__c', 'RepMessage__c', 'LAST_UPDATE'],
      filters: [{ field: 'State__c', operation: 'equals', value: 'Parked' }],
    },
    {
      name: 'Failed',
      label: 'Failed Operations',
      columns: ['NAME', 'Kind__c', 'Type__c', 'RecordId__c', 'RepMessage__c', 'LAST_UPDATE'],
      filters: [{ field: 'State__c', operation: 'equals', value: 'Failed' }],
    },
    {
      name: 'Proposed',
      label: 'Proposed Operations',
      columns: ['NAME', 'Kind__c', 'Type__c', 'RecordId__c', 'ExpiresAt__c', 'OWNER.ALIAS'],
      filters: [{ field: 'State__c', operation: 'equals', value: 'Proposed' }],
    },
    {
      name: 'Waiting',
      label: 'Waiting Operations',
      columns: [
        'NAME',
        'Kind__c',
        'Type__c',
        'RecordId__c',
        'RequestedDate__c',
        'NextAttempt__c',
        'Attempts__c',
      ],
      filters: [{ field: 'State__c', operation: 'equals', value: 'Waiting' }],
    },
  ],
  page: {
    sections: [
      {
        label: 'Operation',
        fields: [
          'Name',
          'State__c',
          'Kind__c',
          'Type__c',
          'ObjectName__c',
          'RecordId__c',
          'BillingId__c',
          'Connection__c',
          'RequestedDate__c',
          'ParentOperation__c',
        ],
      },
      {
        label: 'Result',
        fields: ['RepMessage__c', 'Reason__c', 'HttpStatus__c', 'CorrelationId__c', 'AdminMessage__c'],
      },
      {
        label: 'Progress',
        fields: [
          'Attempts__c',
          'NextAttempt__c',
          'StartedAt__c',
          'FinishedAt__c',
          'ExpiresAt__c',
          'ExpectedCallouts__c',
          'RunId__c',
          'LeaseId__c',
          'LeaseUntil__c',
        ],
      },
      { label: 'Values', fields: ['Payload__c', 'BeforeDigests__c', 'AfterDigests__c', 'OpenIdentity__c'] },
    ],
    relatedLists: ['Callouts__r', 'ChildOperations__r'],
  },
});
