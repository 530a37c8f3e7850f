/** BW2401: the customer's own object is not ours to fill. */
import { diagnostic, type Rule } from '../rule.ts';

const most = 9;

export const account: Rule = {
  check: ({ model }) => {
    const added = model.core.standardObjects.find(({ name }) => name === 'Account')?.added ?? [];
    return added
      .slice(most)
      .map((field, index) =>
        diagnostic(
          'BW2401',
          field.source,
          `Account.${field.name} is field ${most + 1 + index} that the package adds to Account.`,
          `The page of an account belongs to the customer’s own process, so that the package adds at most ${most}.`,
          'Leave the field out, or keep the value in Billing Link.',
        ),
      );
  },
};
