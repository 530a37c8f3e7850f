/** Reads what a caller may say in the query string. */
import type { Contract, Operation } from '../contract/contract.ts';
import type { FidelitySettings, SortForm } from '../fidelity/fidelity.ts';
import type { Expression } from '../filter/ast.ts';
import { parseFilter } from '../filter/parser.ts';
import type { View } from '../wire/codec.ts';
import { invalid, malformed } from './problem.ts';

/** `true` sorts from high to low. */
export interface SortEntry {
  readonly name: string;
  readonly descending: boolean;
}

/** A list as it was asked for. */
export interface ListRequest {
  /** Parameters given directly. */
  readonly equals: readonly (readonly [name: string, value: string])[];
  readonly filter: Expression | undefined;
  readonly sort: readonly SortEntry[];
  readonly pageSize: number;
  readonly pageNumber: number;
  readonly omitTotal: boolean;
  readonly view: View;
  /** Rows by which the pages after the first have shifted; only a fault makes it other than 0. */
  readonly shift: number;
}

/** The query string as the HTTP layer has parsed it. */
export type RawQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

const ANY = ['return', 'expand'];
const LIST = [...ANY, 'filter', 'sort', 'page_size', 'page_number', 'omit_total_count'];
const MAX_PAGE_NUMBER = 10_000_000;

function one(query: RawQuery, name: string): string | undefined {
  const value = query[name];
  if (typeof value === 'string' || value === undefined) return value;
  throw malformed(`${name} is given more than once.`);
}

/** An array parameter: repeated, or with commas. @inferred the form is not public */
function many(query: RawQuery, name: string): string[] {
  const value = query[name];
  const values = value === undefined ? [] : typeof value === 'string' ? [value] : value;
  return values.flatMap((text) => text.split(',')).filter((text) => text !== '');
}

function whole(query: RawQuery, name: string, most: number, otherwise: number): number {
  const text = one(query, name);
  if (text === undefined) return otherwise;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) throw invalid(`${name} must be a whole number from 1 to ${most}.`);
  return value;
}

function flag(query: RawQuery, name: string): boolean {
  const text = one(query, name);
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw invalid(`${name} must be true or false.`);
}

/** `return` and `expand`. @documented S4, S5 */
function viewOf(query: RawQuery, expandable: ReadonlySet<string>): View {
  const form = one(query, 'return') ?? 'FULL';
  if (form !== 'FULL' && form !== 'SIMPLE') throw invalid('return must be FULL or SIMPLE.');
  const expand = many(query, 'expand');
  const unknown = expand.find((name) => !expandable.has(name));
  if (unknown !== undefined) {
    throw invalid(`expand: "${unknown}" can't be expanded. Names: ${[...expandable].join(', ') || 'none'}.`);
  }
  return { full: form === 'FULL' && expand.length === 0, expand: new Set(expand) };
}

const FORMS: readonly { readonly form: SortForm; readonly pattern: RegExp }[] = [
  { form: 'name', pattern: /^(?<name>\w+)$/ },
  { form: '-name', pattern: /^(?<minus>-)(?<name>\w+)$/ },
  { form: 'name:desc', pattern: /^(?<name>\w+):(?<way>asc|desc)$/i },
  { form: 'name desc', pattern: /^(?<name>\w+)[ +](?<way>asc|desc)$/i },
];

function sortEntry(text: string, forms: readonly SortForm[]): SortEntry {
  for (const { form, pattern } of FORMS) {
    const groups = forms.includes(form) ? pattern.exec(text)?.groups : undefined;
    if (groups) {
      const descending = groups['minus'] !== undefined || groups['way']?.toLowerCase() === 'desc';
      return { name: groups['name'] ?? '', descending };
    }
  }
  throw invalid(`sort: "${text}" is not understood. Forms: ${forms.join(', ')}.`);
}

function sortOf(query: RawQuery, { query: parameters }: Operation, forms: readonly SortForm[]): SortEntry[] {
  const sortable = new Set(['id', ...parameters.filter((one) => one.sortable).map(({ name }) => name)]);
  return many(query, 'sort').map((text) => {
    const entry = sortEntry(text.trim(), forms);
    if (sortable.has(entry.name)) return entry;
    throw invalid(`sort: ${entry.name} is not sortable. Sortable: ${[...sortable].join(', ')}.`);
  });
}

function checkNames(
  query: RawQuery,
  known: ReadonlySet<string>,
  { unknownParameters }: FidelitySettings,
): void {
  if (unknownParameters === 'ignore') return;
  const unknown = Object.keys(query).find((name) => !known.has(name));
  if (unknown !== undefined) throw invalid(`${unknown} is not a parameter of this endpoint.`);
}

/**
 * What the query string asks for.
 *
 * @throws Problem 422 naming the parameter, 400 where one is given twice.
 */
export function readListRequest(
  operation: Operation,
  query: RawQuery,
  contract: Contract,
  settings: FidelitySettings,
  expandable: ReadonlySet<string>,
): ListRequest {
  const isList = operation.kind === 'list';
  const parameters = operation.query.map(({ name }) => name);
  checkNames(query, new Set([...(isList ? LIST : ANY), ...parameters]), settings);
  const filter = isList ? one(query, 'filter') : undefined;
  const equals = parameters.flatMap((name): (readonly [string, string])[] => {
    const value = one(query, name);
    return value === undefined ? [] : [[name, value]];
  });
  if (
    operation.needsParameter &&
    settings.requiredParameters &&
    equals.length === 0 &&
    filter === undefined
  ) {
    throw invalid(`At least one parameter is required: ${parameters.join(', ')}.`);
  }
  return {
    equals,
    filter: filter === undefined ? undefined : parseFilter(filter, contract.maxFilterValues),
    sort: isList ? sortOf(query, operation, settings.sortForms) : [],
    pageSize: isList ? whole(query, 'page_size', contract.maxPageSize, contract.maxPageSize) : 1,
    pageNumber: isList ? whole(query, 'page_number', MAX_PAGE_NUMBER, 1) : 1,
    omitTotal: isList && flag(query, 'omit_total_count'),
    view: viewOf(query, expandable),
    shift: 0,
  };
}
