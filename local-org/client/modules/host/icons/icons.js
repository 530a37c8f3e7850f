import { session } from 'host/session';

const STANDARD = {
  Account: 'standard:account',
  Asset: 'standard:asset_object',
  Campaign: 'standard:campaign',
  Case: 'standard:case',
  Contact: 'standard:contact',
  Contract: 'standard:contract',
  Event: 'standard:event',
  Lead: 'standard:lead',
  Opportunity: 'standard:opportunity',
  Order: 'standard:orders',
  OrderItem: 'standard:order_item',
  Pricebook2: 'standard:pricebook',
  PricebookEntry: 'standard:price_book_entries',
  Product2: 'standard:product',
  Quote: 'standard:quotes',
  Task: 'standard:task',
  User: 'standard:user',
};

/** The icon of an object in lists and on its page. */
export function objectIcon(name) {
  return STANDARD[name] ?? tabIcon(name) ?? 'standard:record';
}

/** What the object's tab says. */
function tabIcon(name) {
  const tabs = session().apps.flatMap((app) => app.tabs);
  return tabs.find(({ object }) => object === name)?.icon;
}
