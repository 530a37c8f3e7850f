import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { failureOf, logOf } from '../run/apex.ts';
import { TemporaryProject } from '../temporary-project.ts';

const project = new TemporaryProject();
project.addMetadata(
  'externalCredentials/Billing_Key.externalCredential-meta.xml',
  'ExternalCredential',
  `<label>Billing Key</label><authenticationProtocol>Custom</authenticationProtocol>
   <externalCredentialParameters><parameterGroup>Main</parameterGroup><parameterName>Main</parameterName>
   <parameterType>NamedPrincipal</parameterType><sequenceNumber>1</sequenceNumber></externalCredentialParameters>`,
);
project.addMetadata(
  'namedCredentials/Billing.namedCredential-meta.xml',
  'NamedCredential',
  `<label>Billing</label><namedCredentialType>SecuredEndpoint</namedCredentialType>
   <namedCredentialParameters><parameterName>Url</parameterName><parameterType>Url</parameterType>
   <parameterValue>https://billing.test</parameterValue></namedCredentialParameters>
   <namedCredentialParameters><externalCredential>Billing_Key</externalCredential>
   <parameterName>ExternalCredential</parameterName><parameterType>Authentication</parameterType></namedCredentialParameters>`,
);
project.addMetadata(
  'permissionsets/Caller.permissionset-meta.xml',
  'PermissionSet',
  `<label>Caller</label><externalCredentialPrincipalAccesses><enabled>true</enabled>
   <externalCredentialPrincipal>Billing_Key-Main</externalCredentialPrincipal></externalCredentialPrincipalAccesses>`,
);
const org = createOrg({
  project: project.root,
  cache: null,
  callouts: () => ({ status: 200, statusText: 'OK', headers: new Map(), body: new Uint8Array() }),
});
after(async () => {
  await org.close();
  project.remove();
});

const CALL = (credential: string): string =>
  `HttpRequest request = new HttpRequest(); request.setMethod('GET'); request.setEndpoint('callout:${credential}/x');
   System.debug(new Http().send(request).getStatusCode());`;
const refusal = (credential: string): RegExp =>
  new RegExp(
    `We couldn't access the credential.* or the external credential "${credential}" might not exist`,
  );

test('a callout needs the principal of its external credential, of an administrator, too', () => {
  assert.match(failureOf(org, CALL('Billing')).exception, refusal('Billing_Key'));
  logOf(
    org,
    `insert new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(),
       PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Caller'].Id);`,
  );
  assert.deepEqual(logOf(org, CALL('Billing')), ['200']);
});

test('a principal that was made at run time is opened by SetupEntityAccess', () => {
  const made = org.kernel.addExternalCredential({
    name: 'Made_Key',
    label: 'Made',
    principals: [{ name: 'Main', type: 'NamedPrincipal' }],
  });
  org.kernel.credentials.set('made', {
    name: 'Made',
    label: 'Made',
    url: 'https://made.test',
    externalCredential: 'Made_Key',
    allowMergeFieldsInHeader: true,
  });
  assert.match(failureOf(org, CALL('Made')).exception, refusal('Made_Key'));
  logOf(
    org,
    `insert new SetupEntityAccess(SetupEntityId = '${made.principals[0]?.id}',
       ParentId = [SELECT Id FROM PermissionSet WHERE Name = 'Caller'].Id);
     System.debug([SELECT SetupEntityType FROM SetupEntityAccess WHERE SetupEntityId = '${made.principals[0]?.id}'].SetupEntityType);`,
  );
  assert.deepEqual(logOf(org, CALL('Made')), ['200']);
});

test('a named credential that does not exist is refused in the same breath', () => {
  assert.match(
    failureOf(org, CALL('Nowhere')).exception,
    /or the named credential "Nowhere" might not exist/,
  );
});
