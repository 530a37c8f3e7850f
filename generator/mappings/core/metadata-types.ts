import { checkbox, longText, metadataType, text, textArea } from '../../language/index.ts';

/** A billing system that the package can talk to: one record for each, found by its key. */
export const BillingSystem = metadataType('BillingSystem__mdt', {
  label: 'Billing System',
  plural: 'Billing Systems',
  visibility: 'Protected',
  fields: {
    /** The class that knows the system's mappings and callouts. Made by name, so that core names no system. */
    ApexClass__c: text({ label: 'Apex Class', length: 80, required: true }),
    /** Starts every class of the system. */
    Prefix__c: text({ label: 'Prefix', length: 4, required: true }),
  },
});

/**
 * One operation of a billing system's API as the package believes it to be. Ours and hidden, so that a correction
 * reaches every org with the next release; an admin who knows better makes an override.
 */
export const BillingEndpoint = metadataType('BillingEndpoint__mdt', {
  label: 'Billing Endpoint',
  plural: 'Billing Endpoints',
  visibility: 'Protected',
  fields: {
    /** Key of the billing system. */
    System__c: text({ label: 'Billing System', length: 40, required: true }),
    /** Resource and operation, such as BillingAccount.create. */
    Operation__c: text({ label: 'Operation', length: 80, required: true }),
    /** HTTP method. */
    Method__c: text({ label: 'Method', length: 6, required: true }),
    /** Path below the address of the named credential, with parameters in braces. */
    Path__c: text({ label: 'Path', length: 255, required: true }),
    /** How the fact is known: documented, observed or inferred. */
    Mark__c: text({ label: 'Mark', length: 10, required: true }),
    /** Where the fact is from, or the reasoning in a few words. */
    Sources__c: text({ label: 'Sources', length: 255 }),
  },
});

/**
 * An admin's correction of one endpoint. The record is the org's own, so an upgrade never touches it; where there is
 * one, it wins over the packaged endpoint.
 */
export const BillingEndpointOverride = metadataType('BillingEndpointOverride__mdt', {
  label: 'Billing Endpoint Override',
  plural: 'Billing Endpoint Overrides',
  visibility: 'Public',
  fields: {
    /** Key of the billing system, as the reference documentation names it. */
    System__c: text({
      label: 'Billing System',
      help: 'Key of the billing system.',
      length: 40,
      required: true,
    }),
    /** Resource and operation that is corrected. */
    Operation__c: text({
      label: 'Operation',
      help: 'Resource and operation as listed in the endpoint reference, such as BillingAccount.create.',
      length: 80,
      required: true,
    }),
    /** The right HTTP method. */
    Method__c: text({ label: 'Method', help: 'Empty: as in the package.', length: 6 }),
    /** The right path. */
    Path__c: text({
      label: 'Path',
      help: 'Path with the same parameters in braces as the packaged one. Empty: as in the package.',
      length: 255,
    }),
  },
});

/** One value map of a billing system: which value there is which value here. Ours and hidden, like the endpoints. */
export const BillingValueMap = metadataType('BillingValueMap__mdt', {
  label: 'Billing Value Map',
  plural: 'Billing Value Maps',
  visibility: 'Protected',
  fields: {
    /** Key of the billing system. */
    System__c: text({ label: 'Billing System', length: 40, required: true }),
    /** Name of the map in the mapping, such as accountStatus. */
    Map__c: text({ label: 'Map', length: 40, required: true }),
    /**
     * The rows, one a line, columns parted by a tab: billing value, Salesforce value, further Salesforce values that
     * are accepted. One record and not one per row: a list of countries would else be hundreds of records.
     */
    Rows__c: longText({ label: 'Rows', length: 131072, visibleLines: 20 }),
    /** What becomes of an unknown billing value: keep, same, block, or use: and a value. */
    ToSalesforce__c: text({ label: 'Unknown in Salesforce', length: 255, required: true }),
    /** What becomes of an unknown Salesforce value: keep, same, block, or use: and a value. */
    ToBilling__c: text({ label: 'Unknown in Billing', length: 255, required: true }),
    /** Whether Salesforce values are compared without regard to case. */
    IgnoreCase__c: checkbox({ label: 'Ignore Case', default: false }),
  },
});

/**
 * An admin's own row of a value map: for a picklist value that the org added, or a billing value that the tenant
 * uses in its own way. It wins over the packaged rows and outlives upgrades.
 */
export const BillingValueOverride = metadataType('BillingValueOverride__mdt', {
  label: 'Billing Value Override',
  plural: 'Billing Value Overrides',
  visibility: 'Public',
  fields: {
    /** Key of the billing system, as the reference documentation names it. */
    System__c: text({
      label: 'Billing System',
      help: 'Key of the billing system.',
      length: 40,
      required: true,
    }),
    /** Name of the map that the row belongs to. */
    Map__c: text({
      label: 'Map',
      help: 'Name of the value map in the mapping reference.',
      length: 40,
      required: true,
    }),
    /** Value in billing. */
    BillingValue__c: text({ label: 'Billing Value', length: 255, required: true }),
    /** Value in Salesforce. */
    SalesforceValue__c: text({ label: 'Salesforce Value', length: 255, required: true }),
  },
});

/**
 * A permission that people need and the package can't grant, because it is not its own. Set-up checks each user
 * against these records and offers a permission set of the org's own for what is missing.
 */
export const BillingNeededPermission = metadataType('BillingNeededPermission__mdt', {
  label: 'Billing Needed Permission',
  plural: 'Billing Needed Permissions',
  visibility: 'Protected',
  fields: {
    /** The package's permission set whose users need it. */
    PermissionSet__c: text({ label: 'Permission Set', length: 80, required: true }),
    /** Standard object. Empty for a user permission. */
    Object__c: text({ label: 'Object', length: 80 }),
    /** Field of the object. Empty: the object itself. */
    Field__c: text({ label: 'Field', length: 80 }),
    /** Access that is needed: read, create or edit. */
    Access__c: text({ label: 'Access', length: 10 }),
    /** Name of a user permission. Empty for object and field. */
    UserPermission__c: text({ label: 'User Permission', length: 80 }),
    /** What does not work without it. Shown to the admin who grants it. */
    Why__c: textArea({ label: 'Why' }),
  },
});
