/** Judges a model by all rules. */
import type { Diagnostic } from '../diagnostics.ts';
import type { IntegrationModel } from '../model.ts';
import { factsOf, type Facts } from './facts.ts';
import type { Rule, ValidateContext } from './rule.ts';
import { account } from './rules/account.ts';
import { apexNames } from './rules/apex-names.ts';
import { apiNames } from './rules/api-names.ts';
import { choices } from './rules/choices.ts';
import { computedFields } from './rules/computed-fields.ts';
import { creationOrder } from './rules/creation-order.ts';
import { fieldTypes } from './rules/field-types.ts';
import { fieldsOfRows } from './rules/fields-of-rows.ts';
import { labels } from './rules/labels.ts';
import { layouts } from './rules/layouts.ts';
import { lookupTargets } from './rules/lookup-targets.ts';
import { operations } from './rules/operations.ts';
import { owners } from './rules/owners.ts';
import { parts } from './rules/parts.ts';
import { profile } from './rules/profile.ts';
import { readOnly } from './rules/read-only.ts';
import { references } from './rules/references.ts';
import { required } from './rules/required.ts';
import { samples } from './rules/samples.ts';
import { textLength } from './rules/text-length.ts';
import { valueMaps } from './rules/value-maps.ts';
import { writeBack } from './rules/write-back.ts';

export { validateCodes } from './codes.ts';
export { checkEmittedNames } from './emitted-names.ts';
export type { ValidateContext } from './rule.ts';

/** Rules that judge what is there. */
const always: readonly Rule[] = [
  textLength,
  readOnly,
  owners,
  writeBack,
  valueMaps,
  apexNames,
  choices,
  apiNames,
  labels,
  account,
  fieldTypes,
];

/** Rules that also complain of what is absent, or of what the reader may have told already. */
const needingAll: readonly Rule[] = [
  required,
  creationOrder,
  fieldsOfRows,
  operations,
  profile,
  lookupTargets,
  computedFields,
  layouts,
  parts,
];

/**
 * Whether rules that complain of what is absent can be asked. A mapping that was half read is no matter for the others,
 * but on core, the types and the profile everything rests.
 */
function isSound({ systems }: IntegrationModel, { halfRead }: ValidateContext): boolean {
  const mappingFiles = new Set(systems.flatMap(({ mappings }) => mappings.map(({ source }) => source.file)));
  return halfRead.every((file) => mappingFiles.has(file));
}

/** What rules say of a model of which everything that they need was read. */
function ofWholeModel(facts: Facts, halfRead: ReadonlySet<string>): Diagnostic[] {
  const lost = references.check(facts);
  // Schemas can't be made of types that are not there.
  const asked = lost.length === 0 ? [...needingAll, samples] : needingAll;
  const found = [...lost, ...asked.flatMap((rule) => rule.check(facts))];
  return found.filter(({ source }) => !halfRead.has(source.file));
}

/** Everything that is wrong with the model. What was only half read is not blamed for what it lacks. */
export function validate(model: IntegrationModel, context: ValidateContext): Diagnostic[] {
  const facts = factsOf(model, context);
  return [
    ...always.flatMap((rule) => rule.check(facts)),
    ...(isSound(model, context) ? ofWholeModel(facts, new Set(context.halfRead)) : []),
  ];
}
