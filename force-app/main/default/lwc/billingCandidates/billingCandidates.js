import { LightningElement, api } from 'lwc';
import { fill } from 'c/billingFormat';
import createNew from '@salesforce/label/c.BillingCandidateCreateNew';
import email from '@salesforce/label/c.BillingEvidenceEmail';
import linkThis from '@salesforce/label/c.BillingCandidateLinkThis';
import name from '@salesforce/label/c.BillingEvidenceName';
import number from '@salesforce/label/c.BillingEvidenceNumber';
import question from '@salesforce/label/c.BillingCandidateQuestion';

const evidences = { email, name, number };
const createNewValue = 'new';

/** Number, name and e-mail of a candidate, and in which of them it agrees with the record. */
function describe(candidate) {
  const who = [candidate.billingNumber, candidate.name, candidate.email].filter(Boolean).join(' · ');
  const agreed = (candidate.evidence ?? []).map((one) => evidences[one]).join(', ');
  return fill(linkThis, who, agreed);
}

/** Fires `choose` with `{ linkTo }`: a billing id, or `new`. */
export default class BillingCandidates extends LightningElement {
  /** BillingCandidate: billingId, billingNumber, name, email, evidence. */
  @api candidates = [];
  /** What was chosen so far. */
  @api linkTo;
  /** Name of the record, so that questions can be told apart. */
  @api recordName = '';

  get question() {
    return fill(question, this.recordName);
  }

  get options() {
    return [
      ...this.candidates.map((one) => ({ value: one.billingId, label: describe(one) })),
      { value: createNewValue, label: createNew },
    ];
  }

  handleChange(event) {
    this.dispatchEvent(new CustomEvent('choose', { detail: { linkTo: event.detail.value } }));
  }
}
