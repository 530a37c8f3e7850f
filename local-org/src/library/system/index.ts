import { libraryClass, type LibraryClass } from '../library.ts';
import { featureManagementClass } from './feature-management.ts';
import { installClasses } from './install.ts';
import { invocableClasses } from './invocable.ts';
import { labelClass } from './label.ts';
import { limitsClass } from './limits.ts';
import { addressClass, locationClass } from './location.ts';
import { networkClass } from './network.ts';
import { orgLimitClass, orgLimitsClass } from './org-limits.ts';
import { quiddityEnum, triggerOperationEnum, requestClass } from './request.ts';
import { systemClass } from './system.ts';
import { stubProviderClass, testClass } from './test.ts';
import { userInfoClass } from './user-info.ts';
import { versionClass } from './version.ts';
import { visualEditorClasses } from './visual-editor.ts';

export const classes: readonly LibraryClass[] = [
  featureManagementClass,
  ...installClasses,
  ...invocableClasses,
  labelClass,
  libraryClass({ name: 'System.LoggingLevel', isEnum: true }),
  limitsClass,
  addressClass,
  locationClass,
  networkClass,
  orgLimitClass,
  orgLimitsClass,
  quiddityEnum,
  triggerOperationEnum,
  requestClass,
  stubProviderClass,
  systemClass,
  testClass,
  userInfoClass,
  versionClass,
  ...visualEditorClasses,
];
