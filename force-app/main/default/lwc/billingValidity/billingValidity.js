const complainedAbout = new WeakSet();

/** Asks all fields whether they are right; each that is not says why. */
export function areValid(fields) {
  fields.forEach((field) => complainedAbout.add(field));
  return fields.map((field) => field.reportValidity()).every(Boolean);
}

/**
 * For `change` of a field: once it has been complained about it says at each change whether it still is. Left to
 * itself it would take the complaint back only when somebody leaves it, which moves the button away under a click.
 */
export function tellAgain(field) {
  if (complainedAbout.has(field)) field.reportValidity();
}
