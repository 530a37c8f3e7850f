import assert from 'node:assert/strict';
import { test } from 'node:test';
import { salesforceModule } from '../../src/client-build/salesforce-modules.ts';

/** What a component imports, and what must be in the module that it gets. */
const CASES: readonly [string, RegExp][] = [
  ['@salesforce/apex/Depot.read', /apexMethod\("Depot", "read"\)/],
  ['@salesforce/apex/acme.Depot.read', /apexMethod\("Depot", "read"\)/],
  ['@salesforce/apex', /export \{ refreshApex, getSObjectValue \}/],
  ['@salesforce/schema/Account', /\{"objectApiName":"Account"\}/],
  ['@salesforce/schema/Account.Name', /\{"fieldApiName":"Name","objectApiName":"Account"\}/],
  ['@salesforce/schema/Contact.Account.Name', /\{"fieldApiName":"Account\.Name","objectApiName":"Contact"\}/],
  ['@salesforce/label/c.Greeting', /label\("c\.Greeting"\)/],
  ['@salesforce/customPermission/SetUp', /customPermission\("SetUp"\)/],
  ['@salesforce/customPermission/acme__SetUp', /customPermission\("SetUp"\)/],
  ['@salesforce/userPermission/ViewSetup', /userPermission\("ViewSetup"\)/],
  ['@salesforce/user/Id', /userId\(\)/],
  ['@salesforce/client/formFactor', /formFactor\(\)/],
  ['@salesforce/i18n/locale', /export default ['"]en-US['"]/],
  ['@salesforce/resourceUrl/logo', /"\/resource\/logo"/],
];

for (const [specifier, expected] of CASES) {
  test(`${specifier} is provided`, () => {
    const module = salesforceModule(specifier);
    assert.ok('code' in module, 'problem' in module ? module.problem : '');
    assert.match(module.code, expected);
  });
}

const MISSING: readonly [string, RegExp][] = [
  ['@salesforce/community/Id', /no Experience Cloud sites/],
  ['@salesforce/user/Email', /The platform has no @salesforce\/user\/Email/],
  ['@salesforce/i18n/../secret', /The platform has no/],
  ['@salesforce/nothing/here', /does not provide @salesforce\/nothing\/here/],
];

for (const [specifier, expected] of MISSING) {
  test(`${specifier} is refused in words`, () => {
    const module = salesforceModule(specifier);
    assert.ok('problem' in module);
    assert.match(module.problem, expected);
  });
}
