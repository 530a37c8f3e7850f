/** BW2004: what only billing sets can't be written from Salesforce. */
import type { MappingModel, PathModel } from '../../model.ts';
import { allMappings } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

function writtenPaths({ rows, constants, defaults, key }: MappingModel): PathModel[] {
  return [
    ...rows.filter(({ owner }) => owner !== 'billing').map(({ path }) => path),
    ...constants.map(({ path }) => path),
    ...defaults.map(({ path }) => path),
    ...(key ? [key.property] : []),
  ];
}

export const readOnly: Rule = {
  check: (facts) =>
    allMappings(facts).flatMap(({ mapping }) =>
      writtenPaths(mapping)
        .filter((path) => path.readOnly)
        .map((path) =>
          diagnostic(
            'BW2004',
            path.source,
            `"${path.text}" is read-only, but ${mapping.name} writes to it.`,
            'A request leaves out what only the billing system sets, so the value would never arrive.',
            'Say "fromBilling" if billing owns the value; else take "readonly" off in the type of the API.',
          ),
        ),
    ),
};
