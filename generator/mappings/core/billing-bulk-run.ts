import { customObject, longText, number, picklist, text } from '../../language/index.ts';

/**
 * One synchronisation of many records in the background: how far it is, and what came of the records for which there
 * is no operation. What is written has operations of the same run.
 */
export const BillingBulkRun = customObject('BillingBulkRun__c', {
  label: 'Billing Bulk Run',
  plural: 'Billing Bulk Runs',
  nameField: { type: 'AutoNumber', label: 'Run Number', format: 'BULK-{00000000}' },
  sharing: 'Private',
  tab: 'Custom62: Chalkboard',
  fields: {
    /** Joins it to the operations of the run. */
    RunId__c: text({ label: 'Run ID', length: 36, required: true, externalId: true, unique: true }),
    /** Object of the records, without namespace. */
    ObjectName__c: text({ label: 'Object', length: 80, required: true }),
    /**
     * Comparing: a job looks at the records. Paused: everything is, the job looks in from time to time. Waiting: the
     * billing system did not answer, it is asked again. Compared: what is left to do is in the operations.
     */
    State__c: picklist({
      label: 'State',
      help: 'Paused and Waiting go on by themselves. Compared: what is left to do is in the operations of the run.',
      values: ['Comparing', 'Paused', 'Waiting', 'Compared'],
      default: 'Comparing',
    }),
    /** Records that a person chose. */
    Chosen__c: number({ label: 'Records Chosen', precision: 6, scale: 0, default: 0 }),
    /** Records whose both sides were looked at. */
    Compared__c: number({ label: 'Compared', precision: 6, scale: 0, default: 0 }),
    /** Records on which both sides agree. */
    Unchanged__c: number({ label: 'Unchanged', precision: 6, scale: 0, default: 0 }),
    /** Records that only took over what billing decides: nobody had to agree, so they have no operation. */
    TakenOver__c: number({ label: 'Taken Over from Billing', precision: 6, scale: 0, default: 0 }),
    /** Records that a person has to decide something about. */
    ToDecide__c: number({ label: 'Need a Decision', precision: 6, scale: 0, default: 0 }),
    /** Records that something stands in the way of. */
    Blocked__c: number({ label: 'Blocked', precision: 6, scale: 0, default: 0 }),
    /** Records that could not be looked at. */
    NotReached__c: number({ label: 'Not Reached', precision: 6, scale: 0, default: 0 }),
    /** Why records are blocked, to be decided or were not reached, and which they are, as JSON. */
    Groups__c: longText({ label: 'Reasons', length: 131072, visibleLines: 5 }),
  },
  compact: ['Name', 'State__c', 'ObjectName__c', 'Chosen__c', 'Compared__c'],
  search: ['NAME', 'State__c', 'ObjectName__c', 'RunId__c'],
  listViews: [
    {
      name: 'All',
      label: 'All Billing Bulk Runs',
      columns: [
        'NAME',
        'ObjectName__c',
        'State__c',
        'Chosen__c',
        'Compared__c',
        'Unchanged__c',
        'Blocked__c',
        'ToDecide__c',
        'NotReached__c',
        'CREATED_DATE',
        'OWNER.ALIAS',
      ],
    },
  ],
  page: {
    sections: [
      { label: 'Run', fields: ['Name', 'State__c', 'ObjectName__c', 'RunId__c'] },
      {
        label: 'Records',
        fields: [
          'Chosen__c',
          'Compared__c',
          'Unchanged__c',
          'TakenOver__c',
          'ToDecide__c',
          'Blocked__c',
          'NotReached__c',
        ],
      },
      { label: 'Reasons', fields: ['Groups__c'] },
    ],
  },
});
