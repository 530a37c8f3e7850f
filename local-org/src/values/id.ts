import { throwApex } from '../runtime/faults.ts';

const SHAPE = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;
const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** 15 or 18 letters and digits. The platform does not look whether the last three of 18 fit: made-up Ids use them, too. */
export function isId(text: string): boolean {
  return SHAPE.test(text);
}

/** The three characters that say which of the first 15 are capitals, five characters each. */
function checksum(text: string): string {
  let result = '';
  for (let start = 0; start < 15; start += 5) {
    let bits = 0;
    for (let at = 0; at < 5; at++) {
      const code = text.charCodeAt(start + at);
      if (code >= 65 && code <= 90) bits |= 1 << at;
    }
    result += CHECKSUM[bits];
  }
  return result;
}

/** The 18 character form of an Id of 15 or 18. */
export function to18(id: string): string {
  if (id.length === 15) return id + checksum(id);
  const own = checksum(id);
  return id.slice(15).toUpperCase() === own ? id.slice(0, 15) + own : id;
}

/** Makes text an Id of 18 characters. Throws `System.StringException: Invalid id: ...`. */
export function toId(text: string): string {
  if (!isId(text)) throwApex('System.StringException', `Invalid id: ${text}`);
  return to18(text);
}

/** Gives an 18 character Id whose case was lost its case back. Throws `System.StringException`. */
export function restoreIdCase(text: string): string {
  if (!SHAPE.test(text) || text.length !== 18) throwApex('System.StringException', `Invalid id: ${text}`);
  let result = '';
  for (let at = 0; at < 15; at++) {
    const bits = CHECKSUM.indexOf(text.charAt(15 + Math.floor(at / 5)).toUpperCase());
    const letter = text.charAt(at);
    result += (bits >> (at % 5)) & 1 ? letter.toUpperCase() : letter.toLowerCase();
  }
  return toId(result + text.slice(15));
}

/** Do two Ids or texts that hold Ids, of 15 or 18 characters, name the same record? */
export function sameId(left: string, right: string): boolean {
  return left === right || (isId(left) && isId(right) && to18(left) === to18(right));
}
