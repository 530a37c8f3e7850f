/** Features of an org that bring fields of their own, in the words of a scratch org definition. */
export type Feature = 'MultiCurrency' | 'PersonAccounts' | 'StateAndCountryPicklist' | 'Divisions' | 'DevHub';

const FIELD_FEATURES: readonly {
  readonly feature: Feature;
  readonly matches: (object: string, field: string) => boolean;
}[] = [
  { feature: 'MultiCurrency', matches: (_, field) => /^(?:Default)?CurrencyIsoCode$/.test(field) },
  {
    feature: 'PersonAccounts',
    matches: (object, field) =>
      field === 'IsPersonAccount' ||
      (object === 'Account' &&
        /^(?:Person[A-Z].*|FirstName|LastName|MiddleName|Suffix|Salutation)$/.test(field)),
  },
  { feature: 'StateAndCountryPicklist', matches: (_, field) => /(?:Country|State)Code$/.test(field) },
  {
    feature: 'Divisions',
    matches: (object, field) => /^(?:Default)?Division$/.test(field) && object !== 'User',
  },
];
const OBJECT_FEATURES: Readonly<Record<string, Feature>> = {
  CurrencyType: 'MultiCurrency',
  DatedConversionRate: 'MultiCurrency',
  // The Salesforce CLI takes an org that has them for a Dev Hub.
  ActiveScratchOrg: 'DevHub',
  NamespaceRegistry: 'DevHub',
  ScratchOrgInfo: 'DevHub',
};

/** The fields and objects that an org with certain features has. */
export class Features {
  readonly #on: ReadonlySet<string>;

  /** Names in any case, as in `features` of a scratch org definition; what brings no fields is ignored. */
  constructor(names: readonly string[]) {
    this.#on = new Set(names.map((name) => name.toLowerCase()));
  }

  has(feature: Feature): boolean {
    return this.#on.has(feature.toLowerCase());
  }

  hasField(object: string, field: string): boolean {
    return FIELD_FEATURES.every(({ feature, matches }) => this.has(feature) || !matches(object, field));
  }

  hasRelationship(object: string, relationship: string): boolean {
    return (
      this.has('PersonAccounts') ||
      object !== 'Account' ||
      !/^Person[A-Z]/.test(relationship) ||
      relationship === 'Personas'
    );
  }

  hasObject(object: string): boolean {
    const feature = OBJECT_FEATURES[object];
    return feature === undefined || this.has(feature);
  }
}
