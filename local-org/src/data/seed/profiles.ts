/** The profiles of a new org that a project may name, with their licences. The first is the administrator's. */
export const PROFILES: readonly (readonly [name: string, license: string])[] = [
  ['System Administrator', 'Salesforce'],
  ['Standard User', 'Salesforce'],
  ['Minimum Access - Salesforce', 'Salesforce'],
  ['Read Only', 'Salesforce'],
  ['Contract Manager', 'Salesforce'],
  ['Marketing User', 'Salesforce'],
  ['Solution Manager', 'Salesforce'],
  ['Standard Platform User', 'Salesforce Platform'],
  ['Chatter Free User', 'Chatter Free'],
  ['Minimum Access - API Only Integrations', 'Salesforce Integration'],
];

export const LICENSES: readonly string[] = [
  'Salesforce',
  'Salesforce Platform',
  'Chatter Free',
  'Salesforce Integration',
];
