import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a profile of every org opens. */
export interface ProfileRule {
  readonly name: string;
  readonly license: string;
  /** Letters of create, read, edit and delete by standard object. */
  readonly objects: Readonly<Record<string, string>>;
  readonly userPermissions: readonly string[];
  /** The fields of standard objects are open unless a field permission says otherwise. */
  readonly standardFields: boolean;
  /** The administrator's. */
  readonly everything: boolean;
}

type Base = Partial<Pick<ProfileRule, 'objects' | 'userPermissions' | 'standardFields' | 'everything'>>;

interface ProfileData {
  readonly profiles: readonly (Base & {
    readonly name: string;
    readonly license: string;
    readonly extends?: string;
  })[];
  readonly bases: Readonly<Record<string, Base>>;
  /** `Account.Tradestyle`: standard fields that no profile opens. */
  readonly closedFields: readonly string[];
}

const DATA = JSON.parse(readFileSync(join(import.meta.dirname, 'profiles.json'), 'utf8')) as ProfileData;

/** The profiles of a new org that a project may name. The first is the administrator's. */
export const PROFILES: readonly ProfileRule[] = DATA.profiles.map((profile) => {
  const base = DATA.bases[profile.extends ?? ''] ?? {};
  return {
    name: profile.name,
    license: profile.license,
    objects: { ...base.objects, ...profile.objects },
    userPermissions: [...(base.userPermissions ?? []), ...(profile.userPermissions ?? [])],
    standardFields: profile.standardFields ?? base.standardFields ?? false,
    everything: profile.everything ?? false,
  };
});

export const LICENSES: readonly string[] = [...new Set(PROFILES.map(({ license }) => license))];

/** Standard fields that no profile opens by itself, as `account.tradestyle`. */
export const CLOSED_FIELDS: ReadonlySet<string> = new Set(
  DATA.closedFields.map((name) => name.toLowerCase()),
);

/** The rule of a profile by its name; a profile of the project's own opens standard fields and what its file says. */
export function profileRule(name: string): ProfileRule {
  return PROFILES.find((profile) => profile.name === name) ?? ownProfile(name);
}

function ownProfile(name: string): ProfileRule {
  return {
    name,
    license: 'Salesforce',
    objects: {},
    userPermissions: [],
    standardFields: true,
    everything: false,
  };
}
