/** Names of records as people read them. */
import type { Account, Address, Party } from '../../domain/accounts/records.ts';
import type { CustomFieldValue } from '../../domain/custom-fields/records.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { section, table, to } from '../components.ts';
import type { Html, Piece } from '../html.ts';

export function partyName(party: Party): string {
  return party.party_type === 'organization'
    ? party.organization_name
    : `${party.first_name} ${party.last_name}`;
}

/** A link to the account that a record belongs to. */
export function accountLink({ tables }: Tenant, id: string): Piece {
  const account = tables.account.get(id);
  return (
    account && to('billing-accounts', id, `${partyName(account.responsible_party)} (${account.account_num})`)
  );
}

/** The currency of an account, for records that have none of their own. */
export function currencyOf({ tables }: Tenant, id: string): string {
  return tables.account.get(id)?.currency_code ?? '';
}

const isText = (part: string | null | undefined): part is string => Boolean(part);

/** An address on one line. */
export function addressLine(address: Address): string {
  if (address.address_type === 'email') return address.email ?? '';
  if (address.address_type === 'telecom') {
    const { country_code: country, area_code: area, number, extension } = address;
    return [country && `+${country}`, area, number, extension && `ext. ${extension}`]
      .filter(isText)
      .join(' ');
  }
  const { attention, line1, line2, postal_code: code, city, region_or_state: region, country } = address;
  return [attention, line1, line2, [city, region, code].filter(isText).join(' '), country]
    .filter(isText)
    .join(', ');
}

/** Custom field values, where there are any. */
export function customFieldSection(values: readonly CustomFieldValue[]): Html | undefined {
  if (values.length === 0) return undefined;
  return section(
    'Custom fields',
    table({
      caption: 'Values by field',
      columns: ['Field', 'Code', 'Value'],
      rows: values.map(({ custom_field: { name, code }, value }) => [name, code, value]),
      empty: '',
    }),
  );
}

/** The account's name for titles. */
export function accountName({ responsible_party: party }: Account): string {
  return partyName(party);
}
