/** Columns that several lists share. */
import type { ParameterColumn } from '../filter/sql.ts';

type Type = ParameterColumn['type'];

/** A column of the listed table itself. */
export function own(type: Type, column: string): ParameterColumn {
  return { type, sql: `t.${column}` };
}

/** A column of the account that the row belongs to; `link` is the row's column with the account's id. */
export function ofAccount(type: Type, column: string, link = 'account_id'): ParameterColumn {
  return { type, sql: `a.${column}`, within: `t.${link} IN (SELECT a.id FROM billing_account a WHERE %)` };
}

/** A column of the row's custom field values. */
export function ofCustomField(type: Type, column: string, kind: string): ParameterColumn {
  return {
    type,
    sql: `v.${column}`,
    within: `t.id IN (SELECT v.owner FROM custom_field_value v WHERE v.owner_kind = '${kind}' AND %)`,
  };
}

/** A column of another table whose rows point to the row. */
export function ofPointing(type: Type, table: string, link: string, column: string): ParameterColumn {
  return { type, sql: `x.${column}`, within: `t.id IN (SELECT x.${link} FROM ${table} x WHERE %)` };
}

/** A column of a table that the row points to. */
export function ofPointed(type: Type, link: string, table: string, column: string): ParameterColumn {
  return { type, sql: `x.${column}`, within: `t.${link} IN (SELECT x.id FROM ${table} x WHERE %)` };
}
