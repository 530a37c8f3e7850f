import type { DmlContext } from './context.ts';
import { writeEmailRelations } from './email-relations.ts';
import { finishVersion, prepareDistribution, prepareVersion } from './files.ts';
import { dropManualShares } from './manual-shares.ts';
import { addRoleGroups } from './role-groups.ts';
import type { SaveRow } from './row.ts';

type Companion = (row: SaveRow, context: DmlContext) => void;

const BEFORE: Readonly<Record<string, Companion>> = {
  ContentDistribution: prepareDistribution,
  ContentVersion: prepareVersion,
};
const AFTER: Readonly<Record<string, Companion>> = {
  ContentVersion: finishVersion,
  EmailMessage: writeEmailRelations,
  UserRole: addRoleGroups,
};

/** What the platform itself fills in before a record of some standard objects is written. */
export function beforeWrite(row: SaveRow, context: DmlContext): void {
  BEFORE[row.object.name]?.(row, context);
}

/** The records that the platform itself writes, or takes away, beside one. */
export function afterWrite(row: SaveRow, context: DmlContext): void {
  dropManualShares(row, context);
  AFTER[row.object.name]?.(row, context);
}
