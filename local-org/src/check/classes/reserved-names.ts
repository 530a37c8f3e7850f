/** Apex's reserved words, as far as they are no words of the grammar, which no name can be anyway. */
const NAMES = new Set(
  (
    'activate and any array as asc autonomous begin bigdecimal blob boolean bulk by byte case cast char collect commit ' +
    'const currency date datetime decimal default desc double end exception exit export float from goto group having ' +
    'hint import in inner instanceof int integer into join like limit long loop not nulls number object of on or outer ' +
    'package parallel pragma retrieve rollback select set short sobject sort string switch synchronized system then ' +
    'time transaction trigger using when where'
  ).split(' '),
);
const TYPES = new Set('list map id page apexpages'.split(' '));
/** A method may be called `date` or `switch`, but not what a query or a statement could begin or go on with. */
const METHODS = new Set(
  'and as asc bulk by commit desc from having in instanceof like limit not nulls or select trigger using where'.split(
    ' ',
  ),
);

/** May no field, variable, parameter or constant have this name? */
export function isReservedName(name: string): boolean {
  return NAMES.has(name.toLowerCase());
}

/** May no method have this name? */
export function isReservedMethodName(name: string): boolean {
  return METHODS.has(name.toLowerCase());
}

/** May no class have this name? */
export function isReservedTypeName(name: string): boolean {
  return TYPES.has(name.toLowerCase()) || isReservedName(name);
}
