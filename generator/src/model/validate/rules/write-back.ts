/** BW2008: orders and their lines are never written to. */
import { allMappings } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

const untouchable: readonly string[] = ['Order', 'OrderItem'];

export const writeBack: Rule = {
  check: (facts) =>
    allMappings(facts).flatMap(({ mapping }) =>
      mapping.rows
        .filter(({ owner }) => untouchable.includes(mapping.object) && owner !== 'salesforce')
        .map((row) =>
          diagnostic(
            'BW2008',
            row.source,
            `${mapping.object}.${row.field} would be written by billing.`,
            'An activated order can only be changed with a permission that no package can grant.',
            'Say "fromSalesforce"; what billing knows of an order is read from its link.',
          ),
        ),
    ),
};
