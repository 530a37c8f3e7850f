import { currentTransaction } from '../../runtime/context.ts';
import { libraryClass } from '../library.ts';
import { required } from './system.ts';

/** Does the running user have the custom permission? Names may carry the namespace of the project or not. */
function checkPermission(name: string): boolean {
  const { user, program } = currentTransaction();
  const wanted = required(name, 'apiName').toLowerCase();
  const own = program.namespace ? `${program.namespace.toLowerCase()}__` : '';
  return user.customPermissions.has(wanted) || user.customPermissions.has(`${own}${wanted}`);
}

export const featureManagementClass = libraryClass({
  name: 'System.FeatureManagement',
  statics: { 'checkPermission(String)': checkPermission },
});
