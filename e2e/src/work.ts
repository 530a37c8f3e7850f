/** What an org does in the background, from its start to the last job, counted. */
import type { Counts } from './counts.ts';
import type { Office } from './office.ts';

/** Synchronises these records with nobody at the page. */
export function bulk(office: Office, ids: readonly string[]): Counts {
  office.counter.take();
  office.execute(`
    List<Id> ids = new List<Id>();
    for (Account one : [SELECT Id FROM Account WHERE Id >= '${ids[0]}' AND Id <= '${ids.at(-1)}']) {
      ids.add(one.Id);
    }
    BillingBulkSync.start(ids);`);
  office.finishJobs();
  return office.counter.take();
}

/** Refreshes everything that is linked. */
export function refresh(office: Office): Counts {
  office.counter.take();
  office.execute('BillingRefresh.start();');
  office.finishJobs();
  return office.counter.take();
}

/** Moves the first accounts that are linked to another city. */
export function change(office: Office, count: number, city = 'Dallas'): void {
  office.execute(`
    List<Account> moved = [SELECT Id FROM Account WHERE BillingAccountId__c != NULL ORDER BY Id LIMIT ${count}];
    for (Account one : moved) {
      one.BillingCity = '${city}';
    }
    update as user moved;`);
}
