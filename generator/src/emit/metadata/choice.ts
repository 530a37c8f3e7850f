/** The model keeps some words as plain text; the schema of the platform knows a closed list. */
export function choice<const Value extends string>(text: string, ...allowed: readonly Value[]): Value {
  const found = allowed.find((value) => value === text);
  if (found === undefined)
    throw new Error(`"${text}" is none of ${allowed.join(', ')}; the validator lets none pass.`);
  return found;
}
