import type { Rule } from 'eslint';

/** Reports an import that goes against the one-way dependencies between the parts of the house. */
export const oneWayImports: Rule.RuleModule;
