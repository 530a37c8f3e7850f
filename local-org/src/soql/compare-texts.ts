import { folded, foldedSql, sortKey, spellings } from '../data/text-compare.ts';
import { sortSql, type Expression, type TextMode } from './expressions.ts';
import { parameter, raw, sql, type BindContext, type Fragment } from './fragment.ts';

/** The texts that a statement compares with, when it runs. */
type TextsOf = (context: BindContext) => readonly string[];

/** Equal to one of the texts, some of which are beyond ASCII. */
export function equalsText(left: Expression, mode: Exclude<TextMode, 'plain'>, texts: TextsOf): Fragment {
  const all = (context: BindContext): readonly string[] =>
    texts(context).flatMap((text) => (mode === 'folded' ? folded(text) : (spellings(text) ?? [text])));
  const json = parameter((context) => JSON.stringify(all(context)));
  const value = mode === 'folded' ? raw(foldedSql(left.sql.text)) : left.sql;
  return sql`${value} IN (SELECT value FROM json_each(${json}))`;
}

/** Before or after a text. */
export function ordersText(left: Expression, operator: '<' | '<=' | '>' | '>=', texts: TextsOf): Fragment {
  const key = parameter((context) => sortKey(texts(context)[0] ?? ''));
  return sql`${sortSql(left)} ${operator} ${key}`;
}

/** LIKE one of the patterns. A backslash takes `%` and `_` their meaning. */
export function likeText(left: Expression, mode: TextMode, patterns: TextsOf): Fragment {
  const value = mode === 'plain' ? left.sql : raw(foldedSql(left.sql.text));
  const json = parameter((context) =>
    JSON.stringify(patterns(context).map((text) => (mode === 'plain' ? text : folded(text)))),
  );
  return sql`EXISTS (SELECT 1 FROM json_each(${json}) AS pattern WHERE ${value} LIKE pattern.value ESCAPE '\\')`;
}
