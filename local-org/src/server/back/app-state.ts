import { appsOf, type TabModel } from '../../pages/apps.ts';
import { withoutPrefix } from '../../data/seed.ts';
import type { UserContext } from '../../runtime/transaction.ts';
import type { OrgSchema } from '../../schema/model.ts';
import type { OrgHost } from './org-host.ts';
import type { ApiRequest } from './reply.ts';

/** `GET /local/app`: who works here, what there is to see, the texts of the project. */
export function appState(host: OrgHost, request: ApiRequest): object {
  const { schema, organization } = host.org.kernel;
  const user = host.user(request);
  const held = memberships(host, user.id);
  const isShown = tabFilter(host, user, held);
  const apps = appsOf(host.sources, schema).map((app) => ({ ...app, tabs: app.tabs.filter(isShown) }));
  const first = apps.find(({ name }) => name === host.settings.app);
  return {
    user: { id: user.id, name: user.name, userName: user.userName, ...held },
    users: users(host),
    namespace: schema.namespace,
    apps: first ? [first, ...apps.filter((app) => app !== first)] : apps,
    labels: labels(schema),
    customPermissions: heldPermissions(host, user),
    userPermissions: userPermissions(host, user),
    org: { id: organization.id, name: organization.name },
    locale: {
      language: user.language,
      locale: user.locale,
      timeZone: user.timeZone,
      currency: organization.currency,
    },
  };
}

interface Memberships {
  readonly profile: string | null;
  readonly permissionSets: readonly string[];
}

function memberships(host: OrgHost, userId: string): Memberships {
  const [user] = host.org.query(`SELECT Profile.Name FROM User WHERE Id = '${userId}'`);
  const sets = host.org.query(
    `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = '${userId}' AND PermissionSet.IsOwnedByProfile = false ORDER BY PermissionSet.Name`,
  );
  return {
    profile: nameOf(user?.Profile),
    permissionSets: sets.flatMap((row) => nameOf(row.PermissionSet) ?? []),
  };
}

/**
 * Which tabs stand in the bar: those of standard objects that the user may read, those of the project that one of the
 * user's permission sets or the profile shows. An administrator sees all, as after a deployment by one.
 */
function tabFilter(host: OrgHost, user: UserContext, held: Memberships): (tab: TabModel) => boolean {
  const { schema, storage } = host.org.kernel;
  if (held.profile === 'System Administrator') return () => true;
  const rights = storage.rightsOf(user);
  const sets = [...schema.permissionSets.values()].filter(({ name }) =>
    held.permissionSets.includes(withoutPrefix(name, schema)),
  );
  const profile = schema.profiles.get((held.profile ?? '').toLowerCase());
  const shown = new Set([...sets, ...(profile ? [profile] : [])].flatMap(({ tabs }) => [...tabs]));
  return ({ name, object }) => {
    const model = object === undefined ? null : schema.object(object);
    return model?.kind === 'standard' ? rights.mayReadObject(model) : shown.has(name);
  };
}

function nameOf(record: unknown): string | null {
  return (record as { Name?: string } | null | undefined)?.Name ?? null;
}

function users(host: OrgHost): object[] {
  const rows = host.org.query(
    `SELECT Id, Name, Title, Profile.Name FROM User WHERE IsActive = true AND UserType = 'Standard' ORDER BY Name`,
  );
  return rows.map((row) => ({ id: row.Id, name: row.Name, title: row.Title ?? nameOf(row.Profile) ?? '' }));
}

/** As components import them: `c.Greeting`. */
function labels(schema: OrgSchema): Record<string, string> {
  const entries = [...schema.labels.values()].map(({ name, value }) => [
    `c.${withoutPrefix(name, schema)}`,
    value,
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** As components import them: without the project's namespace. */
function heldPermissions(host: OrgHost, user: UserContext): string[] {
  const { schema, storage } = host.org.kernel;
  const rights = storage.rightsOf(user);
  const names = [...schema.customPermissions.values()].map(({ name }) => withoutPrefix(name, schema));
  return names.filter((name) => rights.hasCustomPermission(name));
}

/** Names such as `ViewSetup`: the permissions that a permission set has a column for. */
function userPermissions(host: OrgHost, user: UserContext): string[] {
  const { schema, storage } = host.org.kernel;
  const rights = storage.rightsOf(user);
  const names = [...(schema.object('PermissionSet')?.fields.values() ?? [])].flatMap(
    ({ name }) => /^Permissions(.+)$/.exec(name)?.[1] ?? [],
  );
  return names.filter((name) => rights.hasUserPermission(name));
}
