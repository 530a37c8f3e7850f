import assert from 'node:assert/strict';
import { test } from 'node:test';

interface Reference {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly state?: Readonly<Record<string, string>>;
}

const { addressOf, pageReferenceOf } = (await import(
  new URL('../../client/modules/host/pageReference/pageReference.js', import.meta.url).href
)) as {
  addressOf(reference: Reference): string;
  pageReferenceOf(place: { pathname: string; search: string }): Reference;
};

const ID = '001000000000001AAA';

/** Page references that have an address, and are found again from it. */
const CASES: readonly [Reference, string][] = [
  [
    {
      type: 'standard__recordPage',
      attributes: { objectApiName: 'Account', recordId: ID, actionName: 'view' },
    },
    `/lightning/r/Account/${ID}/view`,
  ],
  [
    { type: 'standard__recordPage', attributes: { recordId: ID, actionName: 'edit' } },
    `/lightning/r/${ID}/edit`,
  ],
  [
    {
      type: 'standard__objectPage',
      attributes: { objectApiName: 'Account', actionName: 'list' },
      state: { filterName: 'All' },
    },
    '/lightning/o/Account/list?filterName=All',
  ],
  [{ type: 'standard__navItemPage', attributes: { apiName: 'Depot' } }, '/lightning/n/Depot'],
  [
    { type: 'standard__component', attributes: { componentName: 'c__parcel' }, state: { c__id: 'a b' } },
    '/lightning/cmp/c__parcel?c__id=a+b',
  ],
  [{ type: 'standard__namedPage', attributes: { pageName: 'home' } }, '/lightning/page/home'],
];

for (const [reference, address] of CASES) {
  test(`${address} is a page reference's address, and leads back to it`, () => {
    assert.equal(addressOf(reference), address);
    const { pathname, search } = new URL(address, 'http://local');
    assert.deepEqual(pageReferenceOf({ pathname, search }), { state: {}, ...reference });
  });
}

test('what a package calls by its namespace is found by the name that it has here', () => {
  const read = (pathname: string) => pageReferenceOf({ pathname, search: '' }).attributes;
  assert.deepEqual(read('/lightning/o/ours__Parcel__c/list'), {
    objectApiName: 'Parcel__c',
    actionName: 'list',
  });
  assert.deepEqual(read('/lightning/o/Parcel__c/list'), { objectApiName: 'Parcel__c', actionName: 'list' });
  assert.deepEqual(read('/flow/ours/Send_Parcels'), { devName: 'Send_Parcels' });
});

test('a page type that the local org does not have is refused by name', () => {
  assert.throws(() => addressOf({ type: 'standard__app' }), /can’t navigate to a page of type standard__app/);
});
