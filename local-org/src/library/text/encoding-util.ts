import { throwApex } from '../../runtime/faults.ts';
import { Blob } from '../../values/blob.ts';
import { libraryClass } from '../library.ts';
import { allNoNulls } from './arguments.ts';

/** Character sets by the names that Java has for them, as Node calls them. */
const CHARSETS: ReadonlyMap<string, BufferEncoding> = new Map([
  ['utf-8', 'utf8'],
  ['utf8', 'utf8'],
  ['iso-8859-1', 'latin1'],
  ['latin1', 'latin1'],
  ['us-ascii', 'ascii'],
  ['ascii', 'ascii'],
  ['utf-16le', 'utf16le'],
]);

function charset(name: string): BufferEncoding {
  return (
    CHARSETS.get(name.toLowerCase()) ??
    throwApex('System.IllegalArgumentException', `Unsupported charset: ${name}`)
  );
}

/** Throws `System.StringException: Unrecognized base64 character: !`. White space is left out. */
function base64Decode(text: string): Blob {
  const plain = text.replace(/\s/g, '').replace(/=+$/, '');
  const wrong = /[^A-Za-z0-9+/]/.exec(plain);
  if (wrong) throwApex('System.StringException', `Unrecognized base64 character: ${wrong[0]}`);
  return new Blob(Buffer.from(plain, 'base64'));
}

function convertFromHex(text: string): Blob {
  if (text.length % 2 === 1) throwApex('System.StringException', 'Odd number of characters.');
  const wrong = /[^0-9A-Fa-f]/.exec(text);
  if (wrong) {
    throwApex('System.StringException', `Illegal hexadecimal character ${wrong[0]} at index ${wrong.index}`);
  }
  return new Blob(Buffer.from(text, 'hex'));
}

/** As an HTML form: blanks become `+`. */
function urlEncode(text: string, encoding: string): string {
  let result = '';
  for (const byte of Buffer.from(text, charset(encoding))) {
    const char = String.fromCharCode(byte);
    if (/[A-Za-z0-9.*_-]/.test(char)) result += char;
    else result += char === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return result;
}

function urlDecode(text: string, encoding: string): string {
  const name = charset(encoding);
  if (/%[^%]?$/.test(text)) {
    throwApex('System.IllegalArgumentException', 'URLDecoder: Incomplete trailing escape (%) pattern');
  }
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) {
    throwApex('System.IllegalArgumentException', 'URLDecoder: Illegal hex characters in escape (%) pattern');
  }
  return text
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString(name));
}

export const encodingUtilClass = libraryClass({
  name: 'System.EncodingUtil',
  statics: allNoNulls({
    'base64Decode(String)': base64Decode,
    'base64Encode(Blob)': (blob: Blob) => Buffer.from(blob.bytes).toString('base64'),
    'convertFromHex(String)': convertFromHex,
    'convertToHex(Blob)': (blob: Blob) => Buffer.from(blob.bytes).toString('hex'),
    'urlDecode(String,String)': urlDecode,
    'urlEncode(String,String)': urlEncode,
  }),
});
