/** Persons and companies with their addresses. */
import type { Tenant } from '../tenant.ts';
import type { Address, Organization, Party, Person } from './records.ts';

/** An address as callers write it. */
export type AddressBody = Omit<Address, 'id'>;

export interface OrganizationBody {
  party_type: 'organization';
  organization_name: string;
  customer_num?: string;
  external_customer_num?: string | null;
  tax_id_number?: string | null;
  addresses?: AddressBody[];
}

export interface PersonBody {
  party_type: 'person';
  first_name: string;
  last_name: string;
  addresses?: AddressBody[];
}

export type PartyBody = OrganizationBody | PersonBody;

/** First customer number of an empty tenant. */
const FIRST_CUSTOMER = 1001;

export function makeAddress(tenant: Tenant, body: AddressBody): Address {
  return { ...body, id: tenant.nextId('address', 120_001) };
}

function makeOrganization(tenant: Tenant, id: string, body: OrganizationBody): Organization {
  return {
    ...body,
    id,
    customer_num: body.customer_num ?? tenant.nextId('customer_num', FIRST_CUSTOMER),
    tax_id_validated: false,
    addresses: (body.addresses ?? []).map((address) => makeAddress(tenant, address)),
  };
}

function makePerson(tenant: Tenant, id: string, body: PersonBody): Person {
  return { ...body, id, addresses: (body.addresses ?? []).map((address) => makeAddress(tenant, address)) };
}

/** Makes a party that belongs to an account. */
export function makeParty<Body extends PartyBody>(
  tenant: Tenant,
  accountId: string,
  body: Body,
): Body extends PersonBody ? Person : Party {
  const { id } = tenant.tables.party.insert({ party_type: body.party_type, account: { id: accountId } });
  const party =
    body.party_type === 'organization' ? makeOrganization(tenant, id, body) : makePerson(tenant, id, body);
  return party as Body extends PersonBody ? Person : Party;
}

/** A party with what an update says; addresses that are given replace all of them. */
export function changedParty<Kind extends Party>(
  tenant: Tenant,
  party: Kind,
  body: Partial<PartyBody>,
): Kind {
  const { addresses, party_type: _type, ...rest } = body;
  return {
    ...party,
    ...rest,
    ...(addresses && { addresses: addresses.map((address) => makeAddress(tenant, address)) }),
  };
}
