import type { Check } from '../model.ts';
import type { Rule } from './cross-references/context.ts';
import { Context } from './cross-references/context.ts';
import {
  customObjects,
  fields,
  fieldSets,
  metadataRecords,
  namedCredentials,
  validationRules,
} from './cross-references/objects.ts';
import {
  applications,
  compactLayouts,
  flexiPages,
  layouts,
  listViews,
  quickActions,
  tabs,
} from './cross-references/pages.ts';
import { permissionSetGroups, permissionSets } from './cross-references/permission-sets.ts';
import { apexLabels, imports, templates } from './cross-references/source.ts';

const RULES: readonly Rule[] = [
  permissionSets,
  permissionSetGroups,
  layouts,
  flexiPages,
  quickActions,
  tabs,
  applications,
  listViews,
  compactLayouts,
  customObjects,
  fields,
  fieldSets,
  validationRules,
  metadataRecords,
  namedCredentials,
  imports,
  templates,
  apexLabels,
];

export const crossReferences: Check = {
  name: 'cross-references',
  title: 'what one component says of another is there; permission sets hold only our own',
  run(project) {
    const context = new Context(project);
    return Promise.resolve({
      looked: context.components.all.length,
      what: 'metadata files',
      findings: RULES.flatMap((rule) => rule(context)),
      notes: [],
    });
  },
};
