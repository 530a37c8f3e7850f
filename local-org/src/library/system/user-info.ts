import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import { libraryClass } from '../library.ts';
import { TimeZone } from '../dates/time-zone.ts';

const user = () => currentTransaction().user;
const [FIRST, LAST] = [0, 1];

function nameParts(): [string | null, string] {
  const { name } = user();
  const space = name.indexOf(' ');
  return space < 0 ? [null, name] : [name.slice(0, space), name.slice(space + 1)];
}

/** Who may use the org may use the project's own package; others are not installed. */
function isLicensed(namespace: string | null): boolean {
  const { schema } = currentTransaction();
  if (namespace !== null && namespace.toLowerCase() === schema.namespace?.toLowerCase()) return true;
  return throwApex('System.TypeException', `No package with the namespace ${namespace} is installed.`);
}

/** The running user and the org. */
export const userInfoClass = libraryClass({
  name: 'System.UserInfo',
  statics: {
    'getUserId()': () => user().id,
    'getUserName()': () => user().userName,
    'getName()': () => user().name,
    'getFirstName()': () => nameParts()[FIRST],
    'getLastName()': () => nameParts()[LAST],
    'getUserEmail()': () => user().email,
    // The automated process has none.
    'getProfileId()': () => user().profileId || null,
    'getUserRoleId()': () => user().roleId,
    'getUserType()': () => user().userType,
    'getLocale()': () => user().locale,
    'getLanguage()': () => user().language,
    'getTimeZone()': () => new TimeZone(user().timeZone),
    'getOrganizationId()': () => currentTransaction().organization.id,
    'getOrganizationName()': () => currentTransaction().organization.name,
    'getDefaultCurrency()': () => currentTransaction().organization.currency,
    'isMultiCurrencyOrganization()': () => currentTransaction().organization.isMultiCurrency,
    'isCurrentUserLicensed(String)': isLicensed,
    'getUiTheme()': () => 'Theme4d',
    'getUiThemeDisplayed()': () => 'Theme4d',
    // Tests and asynchronous work have no session, and no page of Lightning gives its own to Apex.
    'getSessionId()': () => null,
  },
});
