import { throwApex } from '../../runtime/faults.ts';

/** OpenSSL's name by the platform's name in lower case. */
type Algorithms = ReadonlyMap<string, string>;

export const DIGESTS: Algorithms = new Map([
  ['md5', 'md5'],
  ['sha1', 'sha1'],
  ['sha-1', 'sha1'],
  ['sha-256', 'sha256'],
  ['sha256', 'sha256'],
  ['sha-384', 'sha384'],
  ['sha-512', 'sha512'],
  ['sha512', 'sha512'],
  ['sha3-256', 'sha3-256'],
  ['sha3-384', 'sha3-384'],
  ['sha3-512', 'sha3-512'],
]);

export const MACS: Algorithms = new Map([
  ['hmacmd5', 'md5'],
  ['hmacsha1', 'sha1'],
  ['hmacsha256', 'sha256'],
  ['hmacsha384', 'sha384'],
  ['hmacsha512', 'sha512'],
]);

export const SIGNATURES: Algorithms = new Map([
  ['rsa', 'sha1'],
  ['rsa-sha1', 'sha1'],
  ['rsa-sha256', 'sha256'],
  ['rsa-sha384', 'sha384'],
  ['rsa-sha512', 'sha512'],
  ['ecdsa-sha256', 'sha256'],
  ['ecdsa-sha384', 'sha384'],
  ['ecdsa-sha512', 'sha512'],
]);

/** Throws `System.InvalidParameterValueException`. */
export function invalidParameter(message: string): never {
  return throwApex('System.InvalidParameterValueException', message);
}

/** Throws `System.InvalidParameterValueException` for a name that is not there. */
export function algorithm(table: Algorithms, name: string): string {
  return table.get(name.toLowerCase()) ?? invalidParameter(`Invalid algorithm ${name}`);
}
