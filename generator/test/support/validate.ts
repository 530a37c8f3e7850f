import type { Diagnostic } from '../../src/model/diagnostics.ts';
import type { IntegrationModel } from '../../src/model/model.ts';
import { validate, type ValidateContext } from '../../src/model/validate/index.ts';

export const testContext: ValidateContext = {
  namespace: 'billwright',
  handWritten: {
    classes: ['BillingClient'],
    components: ['billingSync'],
    listButtons: ['Account.BillingSync'],
  },
  halfRead: [],
  mappingsDir: 'generator/mappings',
};

/** All diagnostics of a model, in a package with one hand-written class and one component. */
export const diagnosticsOf = (
  model: IntegrationModel,
  context: Partial<ValidateContext> = {},
): Diagnostic[] => validate(model, { ...testContext, ...context });
