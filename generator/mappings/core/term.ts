import {
  checkbox,
  currency,
  customObject,
  date,
  dateTime,
  lookup,
  number,
  percent,
  picklist,
  text,
} from '../../language/index.ts';

/**
 * A term that customers can commit to: how long, what happens at its end, what leaving early costs. Billing keeps
 * terms apart from prices, since one price may be sold under several; a number of months on a line could not name
 * the one that is meant. Mirrored from billing.
 */
export const Term = customObject('Term__c', {
  label: 'Contract Term',
  plural: 'Contract Terms',
  nameField: { type: 'Text', label: 'Term Name' },
  sharing: 'Read',
  tab: 'Custom18: Form',
  fields: {
    /** The billing system that knows this term. */
    Connection__c: lookup('BillingConnection__c', {
      label: 'Billing Connection',
      relationship: 'Terms',
      relationshipLabel: 'Contract Terms',
      onDelete: 'Restrict',
    }),
    /** Whether the term can be sold. */
    Status__c: picklist({ label: 'Status', values: ['Draft', 'Active', 'Suspended'] }),
    /** How long the term is, in its unit. */
    Length__c: number({ label: 'Length', help: 'Number of months or days.', precision: 4, scale: 0 }),
    /** Unit of the length. */
    Unit__c: picklist({ label: 'Unit', values: ['Month', 'Day'] }),
    /** What happens when the term ends and nobody does anything. */
    RenewalType__c: picklist({
      label: 'At End of Term',
      help: 'Renew: a new term begins. Continue: the service goes on without a term. End: the service ends.',
      values: ['Renew', 'Continue', 'End', 'Change Term', 'Change Product'],
    }),
    /** The term that follows when the end of this one changes the term. */
    NextTerm__c: lookup('Term__c', {
      label: 'Next Term',
      relationship: 'PreviousTerms',
      relationshipLabel: 'Previous Terms',
      onDelete: 'SetNull',
    }),
    /**
     * Fixed charge for leaving early. With the next three fields it lets a rep see the liability before a cancel: no
     * billing operation is known that would tell it in advance.
     */
    EarlyTerminationAmount__c: currency({ label: 'Early Termination Amount', precision: 18, scale: 2 }),
    /** Share of the remaining charges that is due for leaving early. */
    EarlyTerminationPercent__c: percent({ label: 'Early Termination Percent', precision: 5, scale: 2 }),
    /** Most that leaving early can cost. */
    EarlyTerminationMaximum__c: currency({ label: 'Early Termination Maximum', precision: 18, scale: 2 }),
    /** Whether the charge for leaving early shrinks with the time that is left. */
    EarlyTerminationProrated__c: checkbox({ label: 'Early Termination Prorated', default: false }),
    /** First day on which the term may be sold. */
    ValidFrom__c: date({ label: 'Valid From' }),
    /** Last day on which the term may be sold. Subscriptions under it go on. */
    ValidTo__c: date({ label: 'Valid To', help: 'Empty: no end is planned.' }),
    /**
     * Connection, type and billing id, parted by colons. Set by code, so that bulk loads can upsert and two refreshes at
     * the same moment can't make two mirrors of one term. Billing Link stays the only home of joins.
     */
    Identity__c: text({
      label: 'Identity',
      help: 'Connection, type and billing ID. Unique; not edited by hand.',
      length: 255,
      unique: true,
      externalId: true,
      caseSensitive: true,
    }),
    /** When the term was last compared with billing. */
    LastSynced__c: dateTime({ label: 'Last Synchronised' }),
  },
  compact: ['Name', 'Length__c', 'Unit__c', 'RenewalType__c', 'Status__c', 'Connection__c'],
  search: ['NAME', 'Length__c', 'Unit__c', 'RenewalType__c', 'Status__c'],
  listViews: [
    {
      name: 'All',
      label: 'All Contract Terms',
      columns: ['NAME', 'Length__c', 'Unit__c', 'RenewalType__c', 'Status__c', 'Connection__c'],
    },
  ],
  page: {
    sections: [
      {
        label: 'Term',
        fields: [
          'Name',
          'Status__c',
          'Length__c',
          'Unit__c',
          'RenewalType__c',
          'NextTerm__c',
          'ValidFrom__c',
          'ValidTo__c',
        ],
      },
      {
        label: 'Early Termination',
        fields: [
          'EarlyTerminationAmount__c',
          'EarlyTerminationPercent__c',
          'EarlyTerminationMaximum__c',
          'EarlyTerminationProrated__c',
        ],
      },
      { label: 'Billing', fields: ['Connection__c', 'Identity__c', 'LastSynced__c'] },
    ],
    relatedLists: ['Prices__r', 'Subscriptions__r'],
  },
});
