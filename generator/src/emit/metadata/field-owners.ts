import type { FieldModel, SystemModel } from '../../model/model.ts';

/** `Account.BillingStatus__c`: fields that are mapped, and that billing owns in each mapping that has them. */
export function fieldsOnlyBillingSets(systems: readonly SystemModel[]): ReadonlySet<string> {
  const rows = systems.flatMap(({ mappings }) =>
    mappings.flatMap((mapping) =>
      mapping.rows.map(({ field, owner }) => ({ name: `${mapping.object}.${field}`, owner })),
    ),
  );
  const shared = new Set(rows.filter(({ owner }) => owner !== 'billing').map(({ name }) => name));
  return new Set(rows.map(({ name }) => name).filter((name) => !shared.has(name)));
}

/** People speak of days; a moment is stamped by code, such as when a record was last compared. */
export const isStamp = ({ type }: FieldModel): boolean => type === 'DateTime';
