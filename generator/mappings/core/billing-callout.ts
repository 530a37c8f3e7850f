import { checkbox, customObject, longText, lookup, number, text } from '../../language/index.ts';

/**
 * One call to a billing system, for finding faults. Keys, payment data and personal data are masked before it is
 * stored, and it is deleted after the connection's retention days.
 */
export const BillingCallout = customObject('BillingCallout__c', {
  label: 'Billing Callout',
  plural: 'Billing Callouts',
  nameField: { type: 'AutoNumber', label: 'Callout Number', format: 'CALL-{00000000}' },
  sharing: 'Private',
  tab: 'Custom39: Telescope',
  fields: {
    /** The tenant that was called. May become empty: a log must not keep anything from being deleted. */
    Connection__c: lookup('BillingConnection__c', {
      label: 'Billing Connection',
      relationship: 'Callouts',
      relationshipLabel: 'Billing Callouts',
      onDelete: 'SetNull',
    }),
    /** The operation that made the call. Empty for reads outside the ledger, such as Query. */
    Operation__c: lookup('BillingOperation__c', {
      label: 'Billing Operation',
      relationship: 'Callouts',
      relationshipLabel: 'Billing Callouts',
      onDelete: 'SetNull',
    }),
    /** Id of the record that the call was made for, so that its page can show the calls. Empty for reads in bulk. */
    RecordId__c: text({ label: 'Record ID', length: 18, externalId: true }),
    /** Resource and operation of the endpoint profile, such as BillingAccount.create. */
    Endpoint__c: text({ label: 'Endpoint', help: 'Resource and operation.', length: 80 }),
    /** HTTP method. */
    Method__c: text({ label: 'Method', length: 6 }),
    /** Path and query without host, masked and cut to fit. */
    Path__c: text({ label: 'Path', length: 255 }),
    /** HTTP status. Empty: no answer came, so whether something was done is not known. */
    HttpStatus__c: number({
      label: 'HTTP Status',
      help: 'Empty: no answer came.',
      precision: 3,
      scale: 0,
    }),
    /** Whether no answer came or the answer was a refusal. What the list of failed calls asks for. */
    Failed__c: checkbox({ label: 'Failed', help: 'No answer, or a refusal.', default: false }),
    /** How long the call took. */
    Milliseconds__c: number({ label: 'Milliseconds', precision: 6, scale: 0 }),
    /** Correlation id of the answer, for the billing system's support. */
    CorrelationId__c: text({ label: 'Correlation ID', length: 80, externalId: true }),
    /** Why no answer came or could not be read. */
    Error__c: text({ label: 'Error', length: 255 }),
    /** Body that was sent, masked and cut to fit. */
    Request__c: longText({ label: 'Request', length: 131072, visibleLines: 10 }),
    /** Body that came back, masked and cut to fit. */
    Response__c: longText({ label: 'Response', length: 131072, visibleLines: 10 }),
  },
  compact: ['Name', 'Endpoint__c', 'Method__c', 'HttpStatus__c', 'Milliseconds__c', 'Error__c'],
  search: ['NAME', 'Endpoint__c', 'Path__c', 'HttpStatus__c', 'CorrelationId__c'],
  listViews: [
    {
      name: 'All',
      label: 'All Billing Callouts',
      columns: [
        'NAME',
        'Endpoint__c',
        'Path__c',
        'HttpStatus__c',
        'Milliseconds__c',
        'CREATED_DATE',
        'OWNER.ALIAS',
      ],
    },
    {
      name: 'Failed',
      label: 'Failed Billing Callouts',
      columns: ['NAME', 'Endpoint__c', 'Path__c', 'HttpStatus__c', 'Error__c', 'CREATED_DATE'],
      filters: [{ field: 'Failed__c', operation: 'equals', value: '1' }],
    },
  ],
  page: {
    sections: [
      {
        label: 'Call',
        fields: [
          'Name',
          'Endpoint__c',
          'Method__c',
          'Path__c',
          'HttpStatus__c',
          'Failed__c',
          'Milliseconds__c',
          'Error__c',
          'CorrelationId__c',
          'RecordId__c',
          'Operation__c',
          'Connection__c',
        ],
      },
      { label: 'Bodies', fields: ['Request__c', 'Response__c'] },
    ],
  },
});
