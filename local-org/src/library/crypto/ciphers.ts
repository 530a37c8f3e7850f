import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { CipherGCMTypes } from 'node:crypto';
import { chance } from '../../runtime/chance.ts';
import { throwApex } from '../../runtime/faults.ts';
import { Blob } from '../../values/blob.ts';
import { invalidParameter } from './algorithms.ts';

const MAXIMUM_SIZE = 1_048_576;
const TAG_SIZE = 16;

interface Cipher {
  /** OpenSSL's name. */
  readonly name: string;
  readonly isGcm: boolean;
  /** In bytes. */
  readonly keySize: number;
  readonly vectorSize: number;
}

function cipherOf(name: string, key: Blob): Cipher {
  const found = /^AES(128|192|256)(-GCM)?$/i.exec(name);
  if (!found) return invalidParameter(`Invalid algorithm ${name}. Must be AES128, AES192, or AES256.`);
  const isGcm = found[2] !== undefined;
  const keySize = Number(found[1]) / 8;
  if (key.size !== keySize) invalidParameter(`Invalid private key. Must be ${keySize} bytes.`);
  return { name: `aes-${found[1]}-${isGcm ? 'gcm' : 'cbc'}`, isGcm, keySize, vectorSize: isGcm ? 12 : 16 };
}

function checkVector(cipher: Cipher, vector: Blob): void {
  const { vectorSize } = cipher;
  if (vector.size !== vectorSize)
    invalidParameter(`Invalid initialization vector. Must be ${vectorSize} bytes.`);
}

function checkSize(data: Blob): void {
  if (data.size <= MAXIMUM_SIZE) return;
  const text = `Invalid data. Input data is ${data.size} bytes, which exceeds the limit of ${MAXIMUM_SIZE} bytes.`;
  invalidParameter(text);
}

/** Throws `System.InvalidParameterValueException` for sizes that do not fit. With GCM the tag is at the end. */
export function encrypt(name: string, key: Blob, vector: Blob, data: Blob): Blob {
  const cipher = cipherOf(name, key);
  checkVector(cipher, vector);
  checkSize(data);
  if (!cipher.isGcm) {
    const work = createCipheriv(cipher.name, key.bytes, vector.bytes);
    return new Blob(Buffer.concat([work.update(data.bytes), work.final()]));
  }
  const work = createCipheriv(cipher.name as CipherGCMTypes, key.bytes, vector.bytes, {
    authTagLength: TAG_SIZE,
  });
  return new Blob(Buffer.concat([work.update(data.bytes), work.final(), work.getAuthTag()]));
}

/** Throws `System.SecurityException` for data that another key encrypted. */
export function decrypt(name: string, key: Blob, vector: Blob, data: Blob): Blob {
  const cipher = cipherOf(name, key);
  checkVector(cipher, vector);
  checkSize(data);
  try {
    return cipher.isGcm ? decryptGcm(cipher, key, vector, data) : decryptCbc(cipher, key, vector, data);
  } catch (error) {
    if (!isOpenSslError(error)) throw error;
    const text = cipher.isGcm
      ? 'Tag mismatch!'
      : 'Given final block not properly padded. Such issues can arise if a bad key is used during decryption.';
    return throwApex('System.SecurityException', text);
  }
}

function decryptCbc(cipher: Cipher, key: Blob, vector: Blob, data: Blob): Blob {
  const work = createDecipheriv(cipher.name, key.bytes, vector.bytes);
  return new Blob(Buffer.concat([work.update(data.bytes), work.final()]));
}

function decryptGcm(cipher: Cipher, key: Blob, vector: Blob, data: Blob): Blob {
  if (data.size < TAG_SIZE) return throwApex('System.SecurityException', 'Input too short - need tag');
  const end = data.size - TAG_SIZE;
  const options = { authTagLength: TAG_SIZE };
  const work = createDecipheriv(cipher.name as CipherGCMTypes, key.bytes, vector.bytes, options);
  work.setAuthTag(data.bytes.subarray(end));
  return new Blob(Buffer.concat([work.update(data.bytes.subarray(0, end)), work.final()]));
}

/** OpenSSL's errors have a code, except that of a wrong tag. */
function isOpenSslError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    ('code' in error && String(error.code).startsWith('ERR_OSSL')) ||
    error.message.includes('authenticate data')
  );
}

/** A random vector comes first in the result. */
export function encryptManaged(name: string, key: Blob, data: Blob): Blob {
  const vector = new Blob(chance('bytes', () => randomBytes(cipherOf(name, key).vectorSize)));
  return new Blob(Buffer.concat([vector.bytes, encrypt(name, key, vector, data).bytes]));
}

/** Throws `System.InvalidParameterValueException` for data that is too short for a vector. */
export function decryptManaged(name: string, key: Blob, data: Blob): Blob {
  const { vectorSize } = cipherOf(name, key);
  if (data.size < vectorSize) invalidParameter('Unable to parse initialization vector from encrypted data.');
  const vector = new Blob(data.bytes.subarray(0, vectorSize));
  return decrypt(name, key, vector, new Blob(data.bytes.subarray(vectorSize)));
}
