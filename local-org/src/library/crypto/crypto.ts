import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { Blob } from '../../values/blob.ts';
import { chance } from '../../runtime/chance.ts';
import { libraryClass } from '../library.ts';
import { allNoNulls } from '../text/arguments.ts';
import { DIGESTS, MACS, SIGNATURES, algorithm, invalidParameter } from './algorithms.ts';
import { decrypt, decryptManaged, encrypt, encryptManaged } from './ciphers.ts';

function generateDigest(name: string, data: Blob): Blob {
  return new Blob(createHash(algorithm(DIGESTS, name)).update(data.bytes).digest());
}

function generateMac(name: string, data: Blob, key: Blob): Blob {
  return new Blob(createHmac(algorithm(MACS, name), key.bytes).update(data.bytes).digest());
}

function verifyMac(name: string, data: Blob, key: Blob, mac: Blob): boolean {
  const expected = generateMac(name, data, key);
  return expected.size === mac.size && timingSafeEqual(expected.bytes, mac.bytes);
}

/** `size` in bits. */
function generateAesKey(size: number): Blob {
  if (![128, 192, 256].includes(size)) invalidParameter('Invalid key size. Must be 128, 192, or 256 bits.');
  return new Blob(chance('bytes', () => randomBytes(size / 8)));
}

/** The key is PKCS #8. */
function signData(name: string, data: Blob, privateKey: Blob): Blob {
  const hash = algorithm(SIGNATURES, name);
  const key = readKey(() =>
    createPrivateKey({ key: Buffer.from(privateKey.bytes), format: 'der', type: 'pkcs8' }),
  );
  return new Blob(sign(hash, data.bytes, fitting(key, name)));
}

/** The key is an X.509 public key. */
function verifyData(name: string, data: Blob, signature: Blob, publicKey: Blob): boolean {
  const hash = algorithm(SIGNATURES, name);
  const key = readKey(() =>
    createPublicKey({ key: Buffer.from(publicKey.bytes), format: 'der', type: 'spki' }),
  );
  return verify(hash, data.bytes, fitting(key, name), signature.bytes);
}

function readKey(read: () => KeyObject): KeyObject {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return invalidParameter(`Invalid key: ${error.message}`);
    throw error;
  }
}

/** Throws `System.InvalidParameterValueException` when the key is not for the algorithm. */
function fitting(key: KeyObject, name: string): KeyObject {
  const wanted = /^rsa/i.test(name) ? 'rsa' : 'ec';
  return key.asymmetricKeyType === wanted ? key : invalidParameter(`Invalid key: it is not for ${name}`);
}

export const cryptoClass = libraryClass({
  name: 'System.Crypto',
  statics: allNoNulls({
    'decrypt(String,Blob,Blob,Blob)': decrypt,
    'decryptWithManagedIV(String,Blob,Blob)': decryptManaged,
    'encrypt(String,Blob,Blob,Blob)': encrypt,
    'encryptWithManagedIV(String,Blob,Blob)': encryptManaged,
    'generateAesKey(Integer)': generateAesKey,
    'generateDigest(String,Blob)': generateDigest,
    'generateMac(String,Blob,Blob)': generateMac,
    'getRandomInteger()': () => chance('integer', () => randomBytes(4).readInt32BE()),
    'getRandomLong()': () => chance('long', () => randomBytes(8).readBigInt64BE()),
    'sign(String,Blob,Blob)': signData,
    'verify(String,Blob,Blob,Blob)': verifyData,
    'verifyHmac(String,Blob,Blob,Blob)': verifyMac,
  }),
});
