/** BW2402: a lookup leads to an object that exists. */
import { didYouMean } from '../../../text/suggest.ts';
import { ownFields } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

/** Standard objects that a lookup may lead to although no mapping uses them. */
const alwaysThere: readonly string[] = ['User', 'Contact', 'Asset', 'Opportunity'];

export const lookupTargets: Rule = {
  check: ({ model, objects }) =>
    ownFields(model).flatMap(({ object, field }) => {
      const { target } = field;
      if (target === undefined || objects.has(target) || alwaysThere.includes(target)) return [];
      return [
        diagnostic(
          'BW2402',
          field.source,
          `${object}.${field.name} leads to "${target}", which nothing declares.`,
          'A reference needs an object of core or a standard one.',
          didYouMean(target, objects.keys(), 'Declare the object in core.'),
        ),
      ];
    }),
};
