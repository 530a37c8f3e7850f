import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { Blob } from '../../src/values/blob.ts';
import { call, inApex, thrown } from './support.ts';

type Value = ReturnType<typeof call>;
const crypto = (key: string, ...values: Value[]): Value => call('System.Crypto', key, ...values);
const hex = (blob: Blob): string => Buffer.from(blob.bytes).toString('hex');
const data = Blob.ofText('abc');

test(
  'digests and macs',
  inApex(() => {
    const digest = (name: string): string => hex(crypto('generateDigest(String,Blob)', name, data));
    assert.equal(digest('MD5'), '900150983cd24fb0d6963f7d28e17f72');
    assert.equal(digest('SHA1'), 'a9993e364706816aba3e25717850c26c9cd0d89d');
    assert.equal(digest('SHA-256'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    assert.equal(digest('SHA3-256'), '3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532');
    // RFC 4231, test case 2.
    const mac = crypto(
      'generateMac(String,Blob,Blob)',
      'hmacSHA256',
      Blob.ofText('what do ya want for nothing?'),
      Blob.ofText('Jefe'),
    );
    assert.equal(hex(mac), '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
    assert.ok(
      crypto(
        'verifyHmac(String,Blob,Blob,Blob)',
        'HmacSHA256',
        Blob.ofText('what do ya want for nothing?'),
        Blob.ofText('Jefe'),
        mac,
      ),
    );
    assert.ok(!crypto('verifyHmac(String,Blob,Blob,Blob)', 'HmacSHA256', data, Blob.ofText('Jefe'), mac));
    assert.match(
      thrown(() => digest('MD9')),
      /^System\.InvalidParameterValueException: Invalid algorithm MD9/,
    );
  }),
);

for (const name of ['AES128', 'AES192', 'AES256', 'AES128-GCM', 'AES256-GCM']) {
  test(
    `${name} encrypts and decrypts`,
    inApex(() => {
      const key = crypto('generateAesKey(Integer)', Number(name.slice(3, 6)));
      const secret = crypto('encryptWithManagedIV(String,Blob,Blob)', name, key, data);
      assert.equal(crypto('decryptWithManagedIV(String,Blob,Blob)', name, key, secret).toText(), 'abc');
      const broken = new Blob(
        secret.bytes.map((byte: number, at: number) => (at === secret.size - 17 ? byte ^ 1 : byte)),
      );
      if (name.endsWith('GCM')) {
        assert.match(
          thrown(() => crypto('decryptWithManagedIV(String,Blob,Blob)', name, key, broken)),
          /^System\.SecurityException/,
        );
      }
    }),
  );
}

test(
  'a known AES result',
  inApex(() => {
    const key = new Blob(Buffer.from('2b7e151628aed2a6abf7158809cf4f3c', 'hex'));
    const vector = new Blob(Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex'));
    const plain = new Blob(Buffer.from('6bc1bee22e409f96e93d7e117393172a', 'hex'));
    // NIST SP 800-38A, F.2.1; the block that follows is the padding.
    assert.ok(
      hex(crypto('encrypt(String,Blob,Blob,Blob)', 'AES128', key, vector, plain)).startsWith(
        '7649abac8119b246cee98e9b12e9197d',
      ),
    );
  }),
);

test(
  'what ciphers refuse',
  inApex(() => {
    const managed = (name: string, key: Blob, value: Blob): void =>
      crypto('decryptWithManagedIV(String,Blob,Blob)', name, key, value);
    const key = crypto('generateAesKey(Integer)', 128);
    const invalid = 'System.InvalidParameterValueException: ';
    assert.equal(
      thrown(() => managed('AES256', key, data)),
      `${invalid}Invalid private key. Must be 32 bytes.`,
    );
    assert.equal(
      thrown(() => managed('DES', key, data)),
      `${invalid}Invalid algorithm DES. Must be AES128, AES192, or AES256.`,
    );
    assert.equal(
      thrown(() => managed('AES128', key, data)),
      `${invalid}Unable to parse initialization vector from encrypted data.`,
    );
    assert.equal(
      thrown(() => crypto('generateDigest(String,Blob)', 'MD5', null)),
      'System.NullPointerException: Argument cannot be null.',
    );
    assert.match(
      thrown(() => managed('AES128', key, new Blob(new Uint8Array(33)))),
      /^System\.SecurityException: /,
    );
  }),
);

test(
  'signatures',
  inApex(() => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    for (const [name, pair] of [
      ['RSA-SHA256', rsa],
      ['ECDSA-SHA256', ec],
    ] as const) {
      const privateKey = new Blob(pair.privateKey.export({ format: 'der', type: 'pkcs8' }));
      const publicKey = new Blob(pair.publicKey.export({ format: 'der', type: 'spki' }));
      const signature = crypto('sign(String,Blob,Blob)', name, data, privateKey);
      assert.ok(crypto('verify(String,Blob,Blob,Blob)', name, data, signature, publicKey));
      assert.ok(!crypto('verify(String,Blob,Blob,Blob)', name, Blob.ofText('abd'), signature, publicKey));
    }
    assert.match(
      thrown(() => crypto('sign(String,Blob,Blob)', 'RSA', data, data)),
      /^System\.InvalidParameterValueException: Invalid key/,
    );
  }),
);

test(
  'random numbers',
  inApex(() => {
    assert.ok(Number.isInteger(crypto('getRandomInteger()')));
    assert.equal(typeof crypto('getRandomLong()'), 'bigint');
  }),
);
