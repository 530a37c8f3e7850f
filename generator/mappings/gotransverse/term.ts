import { dateInTenantZone, fromBilling, linkedToOwn, mapping, money } from '../../language/index.ts';
import { Term } from '../core/term.ts';
import { agreement } from './endpoints/catalog.ts';
import { agreementStatus, agreementUnit } from './values/agreement.ts';
import { endAction } from './values/end-action.ts';

/** A contract term and the agreement of billing's catalog. Billing keeps it; Salesforce reads it. */
export const term = mapping(Term, agreement, {
  type: 'agreement',
  id: (a) => a.id,
  number: (a) => a.name,
  bulk: { operation: 'list', byId: 'id' },
  read: 'read',

  fields: {
    Name: fromBilling((a) => a.name),
    Status__c: fromBilling((a) => a.status, { values: agreementStatus }),
    Length__c: fromBilling((a) => a.agreement_period),
    Unit__c: fromBilling((a) => a.agreement_period_type, { values: agreementUnit }),
    RenewalType__c: fromBilling((a) => a.end_action, { values: endAction }),
    /** Only where the end of the term changes it. */
    NextTerm__c: linkedToOwn((a) => a.next_agreement?.id, { owner: 'billing' }),
    EarlyTerminationAmount__c: fromBilling((a) => a.termination_flat_charge, { convert: money }),
    EarlyTerminationPercent__c: fromBilling((a) => a.termination_percentage_charge),
    EarlyTerminationMaximum__c: fromBilling((a) => a.max_termination_charge, { convert: money }),
    EarlyTerminationProrated__c: fromBilling((a) => a.prorate_on_cancel),
    ValidFrom__c: fromBilling((a) => a.from_date, { convert: dateInTenantZone }),
    ValidTo__c: fromBilling((a) => a.thru_date, { convert: dateInTenantZone }),
  },
});
