import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createOrg, type ResolvedCallout } from '../../src/index.ts';
import { TemporaryProject } from '../temporary-project.ts';
import { failureOf, logOf, resultsOf } from './apex.ts';

const project = new TemporaryProject({
  ConnectTest: `@IsTest private class ConnectTest {
    @IsTest static void siloed() { ConnectApi.NamedCredentials.getExternalCredentials(); }
    @IsTest(SeeAllData=true) static void open() { System.assertNotEquals(null, ConnectApi.NamedCredentials.getExternalCredentials()); }
  }`,
});
project.addMetadata(
  'externalCredentials/Fixed_Key.externalCredential-meta.xml',
  'ExternalCredential',
  `<authenticationProtocol>Custom</authenticationProtocol><label>Fixed</label>
   <externalCredentialParameters><parameterName>Main</parameterName><parameterType>NamedPrincipal</parameterType></externalCredentialParameters>
   <externalCredentialParameters><parameterName>X-Key</parameterName><parameterType>AuthHeader</parameterType><parameterValue>{!'Key ' &amp; $Credential.Fixed_Key.Secret}</parameterValue><sequenceNumber>1</sequenceNumber></externalCredentialParameters>`,
);
project.addMetadata(
  'namedCredentials/Fixed.namedCredential-meta.xml',
  'NamedCredential',
  `<allowMergeFieldsInHeader>true</allowMergeFieldsInHeader><label>Fixed</label><namedCredentialType>SecuredEndpoint</namedCredentialType>
   <namedCredentialParameters><parameterName>Url</parameterName><parameterType>Url</parameterType><parameterValue>https://fixed.test</parameterValue></namedCredentialParameters>
   <namedCredentialParameters><parameterName>ExternalCredential</parameterName><parameterType>Authentication</parameterType><externalCredential>Fixed_Key</externalCredential></namedCredentialParameters>`,
);
project.addMetadata('permissionsets/Caller.permissionset-meta.xml', 'PermissionSet', '<label>Caller</label>');

const calls: ResolvedCallout[] = [];
const org = createOrg({
  project: project.root,
  routes: { 'https://made.test': 'http://127.0.0.1:1' },
  callouts: (request) => {
    calls.push(request);
    return { status: 200, statusText: 'OK', headers: new Map(), body: new Uint8Array() };
  },
});
after(async () => {
  await org.close();
  project.remove();
});

const INPUT = `
  ConnectApi.ExternalCredentialPrincipalInput principal = new ConnectApi.ExternalCredentialPrincipalInput();
  principal.principalName = 'Main';
  principal.principalType = ConnectApi.CredentialPrincipalType.NamedPrincipal;
  ConnectApi.CredentialCustomHeaderInput header = new ConnectApi.CredentialCustomHeaderInput();
  header.headerName = 'X-Api-Key';
  header.headerValue = '{!$Credential.Made_Key.ApiKey}';
  ConnectApi.ExternalCredentialInput input = new ConnectApi.ExternalCredentialInput();
  input.developerName = 'Made_Key';
  input.masterLabel = 'Made';
  input.authenticationProtocol = ConnectApi.CredentialAuthenticationProtocol.Custom;
  input.principals = new List<ConnectApi.ExternalCredentialPrincipalInput>{ principal };
  input.customHeaders = new List<ConnectApi.CredentialCustomHeaderInput>{ header };`;
const MAKE_EXTERNAL = `${INPUT} System.debug(ConnectApi.NamedCredentials.createExternalCredential(input).principals[0].id);`;

function secret(method: string, value: string, encrypted = true): string {
  return `ConnectApi.CredentialValueInput value = new ConnectApi.CredentialValueInput();
    value.value = '${value}'; value.encrypted = ${encrypted};
    ConnectApi.CredentialInput input = new ConnectApi.CredentialInput();
    input.externalCredential = 'Made_Key'; input.principalName = 'Main';
    input.principalType = ConnectApi.CredentialPrincipalType.NamedPrincipal;
    input.credentials = new Map<String, ConnectApi.CredentialValueInput>{ 'ApiKey' => value };
    ConnectApi.Credential made = ConnectApi.NamedCredentials.${method}(input);
    System.debug(made.authenticationStatus + ' ' + made.credentials.get('ApiKey').value);`;
}

function named(method: string, url: string): string {
  return `ConnectApi.ExternalCredentialInput external = new ConnectApi.ExternalCredentialInput();
    external.developerName = 'Made_Key';
    ConnectApi.NamedCredentialCalloutOptionsInput options = new ConnectApi.NamedCredentialCalloutOptionsInput();
    options.allowMergeFieldsInHeader = true;
    ConnectApi.NamedCredentialInput input = new ConnectApi.NamedCredentialInput();
    input.developerName = 'Made'; input.masterLabel = 'Made'; input.calloutUrl = '${url}';
    input.type = ConnectApi.NamedCredentialType.SecuredEndpoint;
    input.calloutOptions = options;
    input.externalCredentials = new List<ConnectApi.ExternalCredentialInput>{ external };
    System.debug(ConnectApi.NamedCredentials.${method}.externalCredentials[0].developerName);`;
}

function call(credential: string, header = ''): ResolvedCallout {
  logOf(
    org,
    `HttpRequest request = new HttpRequest(); request.setMethod('GET'); request.setEndpoint('callout:${credential}/x');
     ${header} new Http().send(request);`,
  );
  return calls.at(-1) ?? assert.fail('Nothing was called.');
}

function open(principal: string): void {
  logOf(
    org,
    `insert new SetupEntityAccess(SetupEntityId = '${principal}', ParentId = [SELECT Id FROM PermissionSet WHERE Name = 'Caller'].Id);`,
  );
}

test('credentials are made, opened and used; the secret does not come back', () => {
  const [principal = ''] = logOf(org, MAKE_EXTERNAL);
  assert.match(principal, /^\w{18}$/);
  assert.deepEqual(logOf(org, named('createNamedCredential(input)', 'https://made.test/api/')), ['Made_Key']);
  assert.deepEqual(logOf(org, secret('createCredential', 'abc')), ['Configured null']);
  logOf(
    org,
    `insert new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(), PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Caller'].Id);`,
  );
  open(principal);
  const { url, headers, credential } = call('Made');
  assert.equal(url, 'http://127.0.0.1:1/api/x');
  assert.equal(credential, 'Made');
  assert.equal(headers.get('X-Api-Key'), 'abc');
  assert.deepEqual(logOf(org, secret('updateCredential', 'def')), ['Configured null']);
  assert.equal(
    call('Made', "request.setHeader('X-Own', 'own {!$Credential.Made_Key.ApiKey}');").headers.get('X-Own'),
    'own def',
  );
  const read = `ConnectApi.Credential c = ConnectApi.NamedCredentials.getCredential('Made_Key', 'Main', ConnectApi.CredentialPrincipalType.NamedPrincipal);
    System.debug(c.credentials.get('ApiKey').encrypted + ' ' + c.credentials.get('ApiKey').value);`;
  assert.deepEqual(logOf(org, read), ['true null']);
  assert.deepEqual(logOf(org, secret('patchCredential', 'open', false)), ['Configured open']);
});

test('an update keeps the principal’s id and its secret, and drops those of one that goes', () => {
  const status = `System.debug(ConnectApi.NamedCredentials.getExternalCredential('Made_Key').principals[0].authenticationStatus);`;
  logOf(org, `${INPUT} ConnectApi.NamedCredentials.updateExternalCredential('Made_Key', input);`);
  assert.deepEqual(logOf(org, status), ['Configured']);
  logOf(
    org,
    `${INPUT} principal.principalName = 'Other'; ConnectApi.NamedCredentials.updateExternalCredential('Made_Key', input);`,
  );
  assert.deepEqual(logOf(org, status), ['NotConfigured']);
  logOf(org, `${INPUT} ConnectApi.NamedCredentials.updateExternalCredential('Made_Key', input);`);
});

test('what exists already, does not exist or is incomplete is refused', () => {
  assert.match(
    failureOf(org, MAKE_EXTERNAL).exception,
    /^ConnectApi\.ConnectApiException: .*Made_Key already exists/,
  );
  assert.match(
    failureOf(
      org,
      `${INPUT} input.masterLabel = null; ConnectApi.NamedCredentials.createExternalCredential(input);`,
    ).exception,
    /masterLabel is required/,
  );
  assert.match(
    failureOf(org, secret('updateCredential', 'x')).exception,
    /NotFoundException.*no credentials yet/,
  );
  assert.match(
    failureOf(org, `ConnectApi.NamedCredentials.getNamedCredential('Nope');`).exception,
    /^ConnectApi\.NotFoundException/,
  );
  assert.match(
    failureOf(org, named("updateNamedCredential('Made', input)", 'http://open.test')).exception,
    /must begin with https/,
  );
  assert.match(
    failureOf(org, `ConnectApi.NamedCredentials.deleteExternalCredential('Fixed_Key');`).exception,
    /comes from metadata/,
  );
  assert.match(
    failureOf(org, `ConnectApi.NamedCredentials.deleteExternalCredential('Made_Key');`).exception,
    /named credential Made uses/,
  );
});

test('no callout may follow in the same transaction', () => {
  const apex = `ConnectApi.NamedCredentials.getExternalCredentials(); HttpRequest r = new HttpRequest(); r.setMethod('GET'); r.setEndpoint('callout:Made/x'); new Http().send(r);`;
  assert.equal(
    failureOf(
      org,
      secret('createCredential', 'z') +
        apex.replace('ConnectApi.NamedCredentials.getExternalCredentials(); ', ''),
    ).exception.includes('uncommitted work'),
    true,
  );
});

test('credentials of the metadata fill their headers, too', () => {
  const [principal = ''] = logOf(
    org,
    `System.debug(ConnectApi.NamedCredentials.getExternalCredential('Fixed_Key').principals[0].id);`,
  );
  open(principal);
  assert.equal(call('Fixed').headers.get('X-Key'), 'Key ');
  logOf(
    org,
    secret('createCredential', 's3').replaceAll('Made_Key', 'Fixed_Key').replaceAll('ApiKey', 'Secret'),
  );
  assert.equal(call('Fixed').headers.get('X-Key'), 'Key s3');
});

test('deleting', () => {
  logOf(
    org,
    `ConnectApi.NamedCredentials.deleteNamedCredential('Made'); ConnectApi.NamedCredentials.deleteExternalCredential('Made_Key');`,
  );
  assert.deepEqual(
    logOf(
      org,
      `System.debug(ConnectApi.NamedCredentials.getExternalCredentials().externalCredentials.size());`,
    ),
    ['1'],
  );
});

test('what a transaction made goes with it', () => {
  failureOf(
    org,
    `${INPUT} ConnectApi.NamedCredentials.createExternalCredential(input); throw new IllegalArgumentException('no');`,
  );
  assert.deepEqual(
    logOf(
      org,
      `System.debug(ConnectApi.NamedCredentials.getExternalCredentials().externalCredentials.size());`,
    ),
    ['1'],
  );
});

test('tests need SeeAllData, as on the platform', async () => {
  const results = resultsOf(org, 'ConnectTest');
  assert.equal(results.get('open')?.passed, true);
  assert.match(
    String(results.get('siloed')?.message),
    /ConnectApi methods are not supported in data siloed tests/,
  );
});
