import { checkbox, customObject, dateTime, longText, lookup, number, text } from '../../language/index.ts';

/**
 * One Salesforce record joined to one billing object. The only home of such joins: identifiers of two billing systems
 * collide, one account may have several billing accounts, and orders can't be written to once they are activated.
 */
export const BillingLink = customObject('BillingLink__c', {
  label: 'Billing Link',
  plural: 'Billing Links',
  nameField: { type: 'AutoNumber', label: 'Link Number', format: 'LINK-{00000000}' },
  sharing: 'Private',
  tab: 'Custom37: Bridge',
  fields: {
    /** The tenant that the billing object is in. A connection with links can't be deleted. */
    Connection__c: lookup('BillingConnection__c', {
      label: 'Billing Connection',
      relationship: 'Links',
      relationshipLabel: 'Billing Links',
      required: true,
      onDelete: 'Restrict',
    }),
    /** What kind of billing object it is: the key of the mapping, such as billing-account. */
    Type__c: text({ label: 'Type', help: 'Kind of billing object.', length: 40, required: true }),
    /** Identifier of the billing object in its system. */
    BillingId__c: text({ label: 'Billing ID', length: 80, required: true }),
    /** What people call the billing object by, such as the number on an invoice. Empty where it has none. */
    BillingNumber__c: text({ label: 'Billing Number', length: 80 }),
    /**
     * Connection, type and billing id, parted by colons. Unique, so that no billing object is ever joined to two
     * records, whoever tries at the same moment.
     */
    Identity__c: text({
      label: 'Identity',
      help: 'Connection, type and billing ID. Unique.',
      length: 255,
      required: true,
      unique: true,
      externalId: true,
      caseSensitive: true,
    }),
    /** Object of the Salesforce record, without namespace. */
    ObjectName__c: text({ label: 'Object', length: 80, required: true }),
    /**
     * Id of the Salesforce record, 18 characters. Text, since the record may be of any object; an external id, since
     * each synchronisation asks for it in bulk.
     */
    RecordId__c: text({
      label: 'Record ID',
      length: 18,
      required: true,
      externalId: true,
    }),
    /**
     * The link that the record's own fields mirror. Matters for accounts with several billing accounts. Off unless
     * somebody says so: a link that is loaded or added later must not take the account's fields over.
     */
    Primary__c: checkbox({
      label: 'Primary',
      help: 'The fields of the account show this billing account.',
      default: false,
    }),
    /**
     * One hash per mapped field of the values that both sides last agreed on, as JSON. With them a comparison tells
     * which side changed since; a hash keeps no personal data.
     */
    AgreedDigests__c: longText({ label: 'Agreed Digests', length: 32768, visibleLines: 3 }),
    /** Billing's own word for how far the object is, where the record itself has no field for it. */
    BillingStatus__c: text({ label: 'Billing Status', length: 80 }),
    /** All that the object comes to, with taxes. A number: a link has no currency of its own. */
    Total__c: number({ label: 'Total', precision: 18, scale: 2 }),
    /** Of that, what the customer owes at once. */
    DueNow__c: number({ label: 'Due Now', precision: 18, scale: 2 }),
    /** When both sides were last compared. */
    LastSynced__c: dateTime({ label: 'Last Synchronised' }),
  },
  compact: ['Name', 'Type__c', 'BillingNumber__c', 'BillingId__c', 'Connection__c', 'LastSynced__c'],
  search: ['NAME', 'Type__c', 'BillingNumber__c', 'BillingId__c', 'RecordId__c', 'LastSynced__c'],
  listViews: [
    {
      name: 'All',
      label: 'All Billing Links',
      columns: [
        'NAME',
        'Connection__c',
        'Type__c',
        'BillingNumber__c',
        'BillingId__c',
        'ObjectName__c',
        'RecordId__c',
      ],
    },
  ],
  page: {
    sections: [
      {
        label: 'Link',
        fields: [
          'Name',
          'Connection__c',
          'Type__c',
          'BillingId__c',
          'BillingNumber__c',
          'ObjectName__c',
          'RecordId__c',
          'Primary__c',
          'LastSynced__c',
        ],
      },
      { label: 'What Billing Says', fields: ['BillingStatus__c', 'Total__c', 'DueNow__c'] },
      { label: 'Comparison', fields: ['Identity__c', 'AgreedDigests__c'] },
    ],
  },
});
