import type { ObjectDraft } from '../draft.ts';
import type { PicklistModel } from '../model.ts';

/** The fields that the platform's standard value sets belong to, as `Object.Field`. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  AccountOwnership: ['Account.Ownership'],
  AccountRating: ['Account.Rating', 'Lead.Rating'],
  AccountType: ['Account.Type'],
  AssetStatus: ['Asset.Status'],
  CampaignMemberStatus: ['CampaignMember.Status'],
  CampaignStatus: ['Campaign.Status'],
  CampaignType: ['Campaign.Type'],
  CaseOrigin: ['Case.Origin'],
  CasePriority: ['Case.Priority'],
  CaseReason: ['Case.Reason'],
  CaseStatus: ['Case.Status'],
  CaseType: ['Case.Type'],
  ContractStatus: ['Contract.Status'],
  Industry: ['Account.Industry', 'Lead.Industry'],
  LeadSource: ['Lead.LeadSource', 'Contact.LeadSource', 'Opportunity.LeadSource', 'Account.AccountSource'],
  LeadStatus: ['Lead.Status'],
  OpportunityStage: ['Opportunity.StageName'],
  OpportunityType: ['Opportunity.Type'],
  OrderStatus: ['Order.Status'],
  OrderType: ['Order.Type'],
  Product2Family: ['Product2.Family'],
  QuoteStatus: ['Quote.Status'],
  Salutation: ['Contact.Salutation', 'Lead.Salutation'],
  TaskPriority: ['Task.Priority'],
  TaskStatus: ['Task.Status'],
  TaskSubject: ['Task.Subject'],
  TaskType: ['Task.Type'],
  EventSubject: ['Event.Subject'],
  EventType: ['Event.Type'],
};

/** Gives a standard object's picklists the values that the project has for them; sets by name in lower case. */
export function applyStandardValueSets(draft: ObjectDraft, sets: ReadonlyMap<string, PicklistModel>): void {
  if (sets.size === 0) return;
  for (const [set, fields] of Object.entries(FIELDS)) {
    const picklist = sets.get(set.toLowerCase());
    if (!picklist) continue;
    for (const path of fields) {
      const [object, name = ''] = path.split('.');
      const field = draft.fields.get(name.toLowerCase());
      if (object === draft.name && field) draft.fields.set(name.toLowerCase(), { ...field, picklist });
    }
  }
}
