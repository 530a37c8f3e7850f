/**
 * Apex's reserved words that are neither words of the grammar, which no name can be anyway, nor names of types, which
 * variables do have (`Date date`).
 */
const RESERVED = new Set(
  (
    'activate any array as asc autonomous begin bigdecimal bulk by byte case cast char collect commit const desc end ' +
    'exit export float from goto group having hint import in inner int into join like limit loop not nulls number ' +
    'object of on or outer package parallel pragma retrieve rollback select short sort then transaction using where'
  ).split(' '),
);
const TYPE_NAMES = new Set('list set map system object sobject string integer boolean id trigger'.split(' '));

/** May no field, variable, parameter or constant have this name? */
export function isReservedName(name: string): boolean {
  return RESERVED.has(name.toLowerCase());
}

/** May no class have this name? */
export function isReservedTypeName(name: string): boolean {
  return TYPE_NAMES.has(name.toLowerCase()) || isReservedName(name);
}
