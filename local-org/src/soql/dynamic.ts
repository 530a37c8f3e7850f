import type { QueryOptions, QueryResult } from '../data/data.ts';
import type { Value } from '../library/library.ts';
import { currentTransaction } from '../runtime/context.ts';
import { throwApex, Unsupported } from '../runtime/faults.ts';
import type { OrgSchema } from '../schema/model.ts';
import type { Expression } from '../syntax/ast.ts';
import { parseQuery, SoqlSyntaxError } from '../syntax/parse.ts';
import type { SoqlQuery } from '../syntax/soql.ts';
import type { ApexMap } from '../values/map.ts';
import { bindsOf } from './binds.ts';
import { checkQuery } from './check.ts';
import type { QueryProblem } from './problem.ts';
import { currentBinds, type BindResolver } from './scope-binds.ts';

interface DynamicQuery {
  readonly query: SoqlQuery;
  readonly bindNames: readonly string[];
}

/** By schema and text: a text is parsed and checked once. */
const cache = new WeakMap<OrgSchema, Map<string, DynamicQuery>>();
const MOST_TEXTS = 1000;

/**
 * Runs `Database.query(text)`. Binds are the caller's variables (`scope-binds.ts`), or `bindMap` of
 * `queryWithBinds`. Throws `System.QueryException` with the platform's text for anything wrong with the query.
 */
export function queryText(text: string, options: QueryOptions, bindMap: ApexMap | null = null): QueryResult {
  const { data, schema } = currentTransaction();
  const { query, bindNames } = dynamicQuery(text, schema);
  const resolve = bindMap ? mapResolver(bindMap) : currentBinds();
  const binds = bindNames.map((name) => valueOf(name, resolve, bindMap !== null));
  return data.query(query, binds, query.access ? { access: query.access } : options);
}

/** Runs a query of the REST API, which has no binds and may ask for all fields of few rows. */
export function queryOfApi(text: string, options: QueryOptions): QueryResult {
  const { data, schema } = currentTransaction();
  const { query, bindNames } = parsed(text, schema, true);
  const binds = bindNames.map((name) => valueOf(name, null, false));
  return data.query(query, binds, query.access ? { access: query.access } : options);
}

function dynamicQuery(text: string, schema: OrgSchema): DynamicQuery {
  let known = cache.get(schema);
  if (!known) cache.set(schema, (known = new Map()));
  let made = known.get(text);
  if (!made) {
    made = parsed(text, schema);
    // Texts with values written into them would fill the memory.
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(text, made);
  }
  return made;
}

function parsed(text: string, schema: OrgSchema, isOfApi = false): DynamicQuery {
  const query = parseOrThrow(text);
  checkQuery(query, schema, [], (problem) => refuse(problem, text), isOfApi);
  return { query, bindNames: bindsOf(query).map((bind) => nameOf(bind.expression)) };
}

function parseOrThrow(text: string): SoqlQuery {
  try {
    return parseQuery(text);
  } catch (error) {
    if (error instanceof SoqlSyntaxError) return throwApex('System.QueryException', syntaxMessage(error));
    throw error;
  }
}

/** The first problem ends the query, as on the platform. */
export function refuse(problem: QueryProblem, text: string): never {
  if (problem.unsupported) throw new Unsupported(problem.unsupported);
  return throwApex('System.QueryException', withPlace(problem, text));
}

/** The platform says `unexpected token: 'x'`; other messages of the parser stand as they are. */
function syntaxMessage({ message }: SoqlSyntaxError): string {
  if (message.endsWith('the clause is not complete.')) return "unexpected token: '<EOF>'";
  const token = /^Unexpected (end of file|'[^]*?')[.;]/.exec(message)?.[1];
  if (!token) return message;
  return `unexpected token: ${token === 'end of file' ? "'<EOF>'" : token}`;
}

const PLACED: ReadonlySet<string> = new Set([
  'soql/unknown-field',
  'soql/unknown-object',
  'soql/unknown-relationship',
]);

/** Names that do not exist are shown in their line, as the platform does. */
function withPlace({ code, message, span }: QueryProblem, text: string): string {
  if (!PLACED.has(code)) return message;
  const line = text.split('\n')[span.line - 1] ?? text;
  const marker = `${' '.repeat(span.column - 1)}^`;
  return `\n${line}\n${marker}\nERROR at Row:${span.line}:Column:${span.column}\n${message}`;
}

/** `:ids`, or `:this.ids` as the text has it. */
export function nameOf(expression: Expression): string {
  if (expression.kind === 'name') return expression.name.text;
  if (expression.kind === 'member') return `${nameOf(expression.target)}.${expression.name.text}`;
  if (expression.kind === 'this') return 'this';
  return throwApex('System.QueryException', `Only variable references are allowed in dynamic SOQL/SOSL.`);
}

function mapResolver(map: ApexMap): BindResolver {
  const values = new Map([...map.entries()].map(([key, value]) => [String(key).toLowerCase(), value]));
  return (name) => values.get(name.toLowerCase());
}

/** The value of a bind. Throws `System.QueryException` when there is none. */
export function valueOf(name: string, resolve: BindResolver | null, isMap: boolean): Value {
  const value = resolve?.(name);
  if (value !== undefined) return value;
  const message = isMap ? `Key '${name}' does not exist in the bindMap` : `Variable does not exist: ${name}`;
  return throwApex('System.QueryException', message);
}
