const merged = (before = {}, after = {}) => ({ ...before, ...after });

/**
 * A new map with one more choice of a person in it; choices for one operation add up. Whose values stay was said of one
 * billing object: who links another one is asked again.
 */
export function decided(decisions, { operationId, sides, linkTo, values }) {
  const before = decisions.get(operationId) ?? {};
  const isOther = linkTo !== undefined && linkTo !== before.linkTo;
  const after = {
    sides: merged(isOther ? {} : before.sides, sides),
    linkTo: linkTo ?? before.linkTo,
    values: merged(before.values, values),
  };
  return new Map(decisions).set(operationId, after);
}

const filledIn = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

/** The choices for these operations as Apex takes them. A value that was left to the default is not sent. */
export function decisionsFor(operationIds, decisions) {
  return operationIds
    .filter((operationId) => decisions.has(operationId))
    .map((operationId) => {
      const { sides, linkTo, values } = decisions.get(operationId);
      return { operationId, sides, linkTo: linkTo ?? null, values: filledIn(values) };
    });
}
