import type { DmlOptions } from '../../data/data.ts';
import { SObject } from '../../values/sobject.ts';
import type { LibraryClass, Value } from '../library.ts';
import { dataClass, DataObject, type DataShape } from '../objects/data-object.ts';

const NAME = 'Database.DMLOptions';
const BOOLEAN = { type: 'Boolean' };

/** Whether a value is a `Database.DMLOptions`. */
export function isDmlOptions(value: unknown): value is DataObject {
  return value instanceof DataObject && value.apexType().name === NAME;
}

type SaveOptions = Required<Pick<DmlOptions, 'allOrNone' | 'allowFieldTruncation'>>;

/** What a `Database.DMLOptions` says about a save. */
export function statedOptions(options: DataObject): SaveOptions {
  return {
    allOrNone: options.get('OptAllOrNone') === true,
    allowFieldTruncation: options.get('AllowFieldTruncation') === true,
  };
}

/**
 * The same of the first record that got some by `setOptions`. Without a word about OptAllOrNone there it is all or none,
 * as it is without options.
 */
export function recordOptions(records: readonly Value[]): Partial<SaveOptions> {
  const options = records
    .map((record) => (record instanceof SObject ? record.options : null))
    .find(isDmlOptions);
  if (!options) return {};
  const { allOrNone, allowFieldTruncation } = statedOptions(options);
  return { allOrNone: allOrNone || options.get('OptAllOrNone') === null, allowFieldTruncation };
}

/**
 * The headers are kept and change nothing: the local org has no assignment rules and no duplicate rules, and saving
 * sends no e-mail.
 */
const HEADERS: Readonly<Record<string, DataShape>> = {
  AssignmentRuleHeader: { AssignmentRuleId: { type: 'Id' }, UseDefaultRule: BOOLEAN },
  DuplicateRuleHeader: { AllowSave: BOOLEAN, RunAsCurrentUser: BOOLEAN },
  EmailHeader: {
    TriggerAutoResponseEmail: BOOLEAN,
    TriggerOtherEmail: BOOLEAN,
    TriggerUserEmail: BOOLEAN,
  },
};

const OPTIONS: DataShape = {
  AllowFieldTruncation: BOOLEAN,
  OptAllOrNone: BOOLEAN,
  LocaleOptions: { type: 'String' },
  ...Object.fromEntries(
    Object.keys(HEADERS).map((header) => [
      header,
      { type: `${NAME}.${header}`, initial: () => new DataObject(`${NAME}.${header}`) },
    ]),
  ),
};

export const dmlOptionsClasses: readonly LibraryClass[] = [
  dataClass(NAME, OPTIONS, { isConstructible: true }),
  ...Object.entries(HEADERS).map(([header, shape]) =>
    dataClass(`${NAME}.${header}`, shape, { isConstructible: true }),
  ),
];
