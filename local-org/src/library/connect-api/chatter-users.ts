import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import { libraryClass } from '../library.ts';
import { connectList, connectObject, type ConnectObject } from './connect-object.ts';

/** Most of Connect in Apex asks for the org's own data. */
function needOrgData(): void {
  if (currentTransaction().test?.seeAllData !== false) return;
  throwApex(
    'System.UnsupportedOperationException',
    'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).',
  );
}

/** There are no feeds here, so nobody follows anything. */
function noFollowings(): ConnectObject {
  needOrgData();
  return connectObject('FollowingPage', { following: connectList('Subscription', []), total: 0 });
}

export const chatterUsersClass = libraryClass({
  name: 'ConnectApi.ChatterUsers',
  statics: { 'getFollowings(String,String)': noFollowings },
});
