/** Parameters that operations have, in the path and in the query. */
import type { Contract, Operation } from '../contract/contract.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: true;
  readonly description?: string;
  readonly schema: unknown;
  readonly 'x-mark'?: unknown;
}

/** Parameters of all lists. @documented S4, S5, S6, S9 */
export function commonParameters({ maxPageSize: most }: Contract): Record<string, Parameter> {
  const number = (least: number, otherwise: number, limit?: number): unknown => ({
    type: 'integer',
    minimum: least,
    default: otherwise,
    ...(limit !== undefined && { maximum: limit }),
  });
  const query = (name: string, description: string, schema: unknown): Parameter => ({
    name,
    in: 'query',
    description,
    schema,
  });
  return {
    filter: query('filter', "An expression such as (status EQ 'ACTIVE') AND (name LIKE 'A%').", {
      type: 'string',
    }),
    sort: query('sort', 'Names to sort by; the id breaks ties.', {
      type: 'array',
      items: { type: 'string' },
    }),
    page_size: query('page_size', 'Records of one page.', number(1, most, most)),
    page_number: query('page_number', 'Pages are counted from 1.', number(1, 1)),
    omit_total_count: query('omit_total_count', 'Leaves the total headers out.', {
      type: 'boolean',
      default: false,
    }),
    expand: query('expand', 'Names of entities to write whole.', {
      type: 'array',
      items: { type: 'string' },
    }),
    return: query('return', 'FULL writes all entities whole, SIMPLE none.', {
      enum: ['FULL', 'SIMPLE'],
      default: 'FULL',
    }),
  };
}

const LIST_ONLY = ['filter', 'sort', 'page_size', 'page_number', 'omit_total_count'];
const VIEW = ['expand', 'return'];

const referenceTo = (name: string): unknown => ({ $ref: `#/components/parameters/${name}` });

/** Parameters of one operation; names of the path's are those of the path that stands in the document. */
export function parametersOf({ kind, query, response }: Operation, pathNames: readonly string[]): unknown[] {
  const inPath = pathNames.map((name): Parameter => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const own = query.map(({ name, status, sortable }): Parameter => ({
    name,
    in: 'query',
    ...(sortable && { description: 'Can be sorted by.' }),
    schema: { type: 'string' },
    'x-mark': { status },
  }));
  const common = [...(kind === 'list' ? LIST_ONLY : []), ...(kind !== 'file' && response ? VIEW : [])];
  return [...inPath, ...own, ...common.map(referenceTo)];
}
