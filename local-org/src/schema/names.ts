const LOCAL_NAME = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*__(?:c|r|mdt|e|b|x|share|history|feed|pc|pr)$/i;
const SUFFIX = /__(?:c|mdt|e|b|x|kav)$/i;

/** Puts a project's namespace on the names of its own components. */
export class Namespace {
  readonly prefix: string | null;

  constructor(prefix: string | null) {
    this.prefix = prefix;
  }

  /** `Invoice__c` to `acme__Invoice__c`; standard names and names with a namespace stay as they are. */
  qualify(name: string): string {
    return this.prefix && LOCAL_NAME.test(name) ? `${this.prefix}__${name}` : name;
  }

  /** The same for a component without a suffix, e.g. a custom permission or a label. */
  qualifyPlain(name: string): string {
    return this.prefix && !name.includes('__') ? `${this.prefix}__${name}` : name;
  }

  /** `Account.Region__c` to `Account.acme__Region__c`. */
  qualifyPath(path: string): string {
    return path
      .split('.')
      .map((part) => this.qualify(part))
      .join('.');
  }
}

/** A custom component's name: it has a suffix such as `__c`. */
export function isCustomName(name: string): boolean {
  return SUFFIX.test(name);
}

/** `Account__c` to `Account__r`, `AccountId` to `Account`; null for a standard name that does not end in `Id`. */
export function relationshipOf(field: string): string | null {
  if (/__c$/i.test(field)) return field.replace(/__c$/i, '__r');
  return /.Id$/.test(field) ? field.slice(0, -2) : null;
}

/** `BillingStreet` to `Billing Street`. */
export function labelOf(name: string): string {
  return name
    .replace(/(?<=.)Id$/, ' ID')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
