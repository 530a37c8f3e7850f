import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Blob } from '../../src/values/blob.ts';
import { call, inApex, thrown, typeOf } from './support.ts';

type Value = ReturnType<typeof call>;
const encoding = (key: string, ...values: Value[]): Value => call('System.EncodingUtil', key, ...values);

test(
  'base64 and hex',
  inApex(() => {
    assert.equal(encoding('base64Encode(Blob)', Blob.ofText('größe?>')), 'Z3LDtsOfZT8+');
    assert.equal(encoding('base64Decode(String)', 'Z3LDtsOfZT8+').toText(), 'größe?>');
    assert.equal(encoding('convertToHex(Blob)', Blob.ofText('Az')), '417a');
    assert.equal(encoding('convertFromHex(String)', '417A').toText(), 'Az');
    assert.equal(
      thrown(() => encoding('base64Decode(String)', 'a_b')),
      'System.StringException: Unrecognized base64 character: _',
    );
    assert.equal(
      thrown(() => encoding('convertFromHex(String)', 'abc')),
      'System.StringException: Odd number of characters.',
    );
    assert.equal(
      thrown(() => encoding('base64Encode(Blob)', null)),
      'System.NullPointerException: Argument cannot be null.',
    );
  }),
);

test(
  'texts in addresses',
  inApex(() => {
    assert.equal(encoding('urlEncode(String,String)', 'a b&c=ü~*', 'UTF-8'), 'a+b%26c%3D%C3%BC%7E*');
    assert.equal(encoding('urlDecode(String,String)', 'a+b%26c%3D%C3%BC', 'UTF-8'), 'a b&c=ü');
    assert.equal(
      thrown(() => encoding('urlDecode(String,String)', '%zz', 'UTF-8')),
      'System.IllegalArgumentException: URLDecoder: Illegal hex characters in escape (%) pattern',
    );
  }),
);

test(
  'addresses',
  inApex(() => {
    const type = typeOf('System.Url');
    const url = call('System.Url', '(String)', type, 'https://me:pw@example.com:8443/a/b?q=1#top');
    const get = (key: string): Value => call('System.Url', key, url);
    assert.equal(get('getAuthority()'), 'me:pw@example.com:8443');
    assert.equal(get('getHost()'), 'example.com');
    assert.equal(get('getPort()'), 8443);
    assert.equal(get('getDefaultPort()'), 443);
    assert.equal(get('getFile()'), '/a/b?q=1');
    assert.equal(get('getPath()'), '/a/b');
    assert.equal(get('getQuery()'), 'q=1');
    assert.equal(get('getRef()'), 'top');
    assert.equal(get('getUserInfo()'), 'me:pw');
    assert.equal(get('toExternalForm()'), 'https://me:pw@example.com:8443/a/b?q=1#top');
    assert.equal(
      String(call('System.Url', '(Url,String)', type, url, '../c')),
      'https://me:pw@example.com:8443/c',
    );
    const other = call('System.Url', '(String,String,String)', type, 'http', 'example.com', '/x');
    assert.equal(String(other), 'http://example.com/x');
    assert.equal(call('System.Url', 'getPort()', other), -1);
    assert.equal(call('System.Url', 'getQuery()', other), null);
    assert.equal(
      thrown(() => call('System.Url', '(String)', type, 'nothing')),
      'System.StringException: no protocol: nothing',
    );
  }),
);

test(
  'identifiers',
  inApex(() => {
    const text = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
    const uuid = call('System.UUID', 'fromString(String)', text.toUpperCase());
    assert.equal(String(uuid), text);
    assert.ok(call('System.UUID', 'equals(Object)', uuid, call('System.UUID', 'fromString(String)', text)));
    // Java: UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8").hashCode()
    assert.equal(call('System.UUID', 'hashCode()', uuid), 0x6ba7b810 ^ 0x9dad11d1 ^ 0x80b400c0 ^ 0x4fd430c8);
    assert.match(String(call('System.UUID', 'randomUUID()')), /^[0-9a-f-]{36}$/);
    assert.equal(
      thrown(() => call('System.UUID', 'fromString(String)', 'x')),
      'System.IllegalArgumentException: Invalid UUID string: x',
    );
  }),
);

test(
  'ids and booleans',
  inApex(() => {
    assert.equal(call('System.Id', 'valueOf(String)', '001D000000IqhSL'), '001D000000IqhSLIAZ');
    assert.equal(
      call('System.Id', 'valueOf(String,Boolean)', '001d000000iqhsliaz', true),
      '001D000000IqhSLIAZ',
    );
    assert.equal(call('System.Id', 'to15()', '001D000000IqhSLIAZ'), '001D000000IqhSL');
    assert.equal(call('System.Boolean', 'valueOf(Object)', 'TRUE'), true);
    assert.equal(call('System.Boolean', 'valueOf(Object)', 'yes'), false);
    assert.equal(
      thrown(() => call('System.Boolean', 'valueOf(Object)', 1)),
      'System.TypeException: Invalid Boolean: 1',
    );
  }),
);
