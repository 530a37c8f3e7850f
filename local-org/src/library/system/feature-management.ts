import { currentTransaction } from '../../runtime/context.ts';
import { libraryClass } from '../library.ts';
import { required } from './system.ts';

export const featureManagementClass = libraryClass({
  name: 'System.FeatureManagement',
  statics: {
    'checkPermission(String)': (name) =>
      currentTransaction().rights.hasCustomPermission(required(name, 'apiName')),
  },
});
