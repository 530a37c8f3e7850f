import { throwApex } from '../../../runtime/faults.ts';
import { HTML3_ENTITIES, HTML4_ENTITIES } from './entities.ts';

type Entities = ReadonlyMap<string, string>;

const XML: Entities = new Map([
  ['&', 'amp'],
  ['<', 'lt'],
  ['>', 'gt'],
  ['"', 'quot'],
  ["'", 'apos'],
]);

const CONTROL: Readonly<Record<string, string>> = { '\b': 'b', '\n': 'n', '\t': 't', '\f': 'f', '\r': 'r' };
const CONTROL_NAMES = Object.fromEntries(Object.entries(CONTROL).map(([char, name]) => [name, char]));

function escapeEntities(text: string, entities: Entities): string {
  return text.replace(/[\s\S]/gu, (char) => {
    const name = entities.get(char);
    return name === undefined ? char : `&${name};`;
  });
}

function unescapeEntities(text: string, entities: Entities): string {
  const chars = new Map([...entities].map(([char, name]) => [name, char]));
  return text.replace(/&(?:#[xX]([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return chars.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function escapeSource(text: string, quoted: RegExp): string {
  return text.replace(/[\s\S]/g, (char) => {
    if (quoted.test(char)) return `\\${char}`;
    const control = CONTROL[char];
    if (control !== undefined) return `\\${control}`;
    return char < ' ' || char > '\x7f' ? unicodeEscape(char) : char;
  });
}

/** Unknown escapes lose their backslash. Throws `System.StringException` for an incomplete `\u`. */
function unescapeSource(text: string): string {
  return text.replace(
    /\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|([\s\S]))/g,
    (whole, unicode, octal, char) => {
      if (unicode !== undefined) return String.fromCharCode(parseInt(unicode, 16));
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
      if (char === 'u') throwApex('System.StringException', `Unable to parse unicode value: ${whole}`);
      return CONTROL_NAMES[char] ?? char;
    },
  );
}

function escapeCsv(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function unescapeCsv(text: string): string {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return text;
  const inside = text.slice(1, -1);
  return /[",\r\n]/.test(inside) ? inside.replaceAll('""', '"') : text;
}

function unescapeUnicode(text: string): string {
  return text.replace(/\\u+([0-9a-fA-F]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

/** `escape...()` and `unescape...()` of String. */
export const escapeMethods: Readonly<Record<string, (text: string) => string>> = {
  'escapeCsv()': escapeCsv,
  'unescapeCsv()': unescapeCsv,
  'escapeEcmaScript()': (text) => escapeSource(text, /["'\\/]/),
  'unescapeEcmaScript()': unescapeSource,
  'escapeJava()': (text) => escapeSource(text, /["\\]/),
  'unescapeJava()': unescapeSource,
  'escapeHtml3()': (text) => escapeEntities(text, HTML3_ENTITIES),
  'unescapeHtml3()': (text) => unescapeEntities(text, HTML3_ENTITIES),
  'escapeHtml4()': (text) => escapeEntities(text, HTML4_ENTITIES),
  'unescapeHtml4()': (text) => unescapeEntities(text, HTML4_ENTITIES),
  'escapeXml()': (text) => escapeEntities(text, XML),
  'unescapeXml()': (text) => unescapeEntities(text, XML),
  'escapeUnicode()': (text) => text.replace(/[^\x00-\x7F]/g, unicodeEscape),
  'unescapeUnicode()': unescapeUnicode,
};
