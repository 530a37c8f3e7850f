import type { Check } from '../model.ts';
import { apexSecondOpinion } from './apex-second-opinion.ts';
import { apexTypes } from './apex-types.ts';
import { convert } from './convert.ts';
import { crossReferences } from './cross-references.ts';
import { dataFlow } from './data-flow.ts';
import { metaFiles } from './meta-files.ts';
import { metadataShape } from './metadata-shape.ts';
import { security } from './security.ts';
import { soqlFields } from './soql-fields.ts';
import { vendorNeutral } from './vendor-neutral.ts';

/** All checks over the package, cheap first; those that start a Java virtual machine last. */
export const checks: readonly Check[] = [
  metaFiles,
  vendorNeutral,
  metadataShape,
  crossReferences,
  soqlFields,
  convert,
  apexTypes,
  apexSecondOpinion,
  security,
  dataFlow,
];
