/** A repository with as many mapped objects as asked for, in a temporary folder. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '..', '..');

const object = (
  n: number,
): string => `import { checkbox, currency, customObject, date, picklist, text } from '../../language/index.ts';

/** Thing number ${n} of the benchmark. */
export const Thing${n} = customObject('Thing${n}__c', {
  label: 'Thing ${n}',
  plural: 'Things ${n}',
  nameField: { type: 'Text', label: 'Name' },
  sharing: 'Read',
  fields: {
    /** Identifier in billing. */
    BillingId__c: text({ label: 'Billing ID', length: 80, externalId: true }),
    /** What people call it. */
    Title__c: text({ label: 'Title', length: 255 }),
    /** What it is about. */
    Note__c: text({ label: 'Note', length: 255 }),
    /** Where it stands. */
    Status__c: picklist({ label: 'Status', values: ['Active', 'Suspended', 'Closed'] }),
    /** What it costs. */
    Amount__c: currency({ label: 'Amount', precision: 18, scale: 2 }),
    /** Whether it is taxed. */
    Taxable__c: checkbox({ label: 'Taxable', default: false }),
    /** First day. */
    StartDate__c: date({ label: 'Start Date' }),
    /** Last day. */
    EndDate__c: date({ label: 'End Date' }),
  },
  compact: ['Name', 'Status__c'],
  search: ['NAME', 'Status__c'],
  listViews: [{ name: 'All', label: 'All Things', columns: ['NAME', 'Status__c'] }],
  page: { sections: [{ label: 'Thing', fields: ['Name', 'Title__c', 'Note__c', 'Status__c', 'Amount__c'] }] },
});
`;

const api = (n: number): string => `import type { DateTime, Decimal, Id } from '../../../language/index.ts';

/**
 * State of thing ${n}.
 *
 * @documented B1
 */
export type Thing${n}Status = 'ACTIVE' | 'SUSPENDED' | 'CLOSED';

/**
 * Part of thing ${n}.
 *
 * @documented B1
 */
export interface Thing${n}Part {
  readonly id: Id;
  part_type: 'main' | 'spare';
  note: string;
}

/**
 * Thing ${n}.
 *
 * @documented B1
 */
export interface Thing${n} {
  readonly id: Id;
  external_num?: string | null;
  title: string;
  readonly status: Thing${n}Status;
  amount: Decimal;
  taxable: boolean;
  start_date: DateTime;
  end_date?: DateTime;
  parts?: Thing${n}Part[];
}
`;

const endpoints = (
  n: number,
): string => `import { documented, get, list, post, put, resource } from '../../../language/index.ts';
import type { Body } from '../../../language/index.ts';
import type { Thing${n} } from '../api/thing-${n}.ts';

/** Things number ${n}. */
export const thing${n} = resource<Thing${n}>()({
  /** Things that match. */
  list: list<Thing${n}>('/things-${n}', documented('B1'), { query: { documented: ['id', 'external_num', 'status'] } }),
  /** One thing. */
  read: get<Thing${n}>('/things-${n}/{id}', documented('B1')),
  /** Makes a thing. */
  create: post<Body<Thing${n}, 'title' | 'amount' | 'taxable' | 'start_date'>, Thing${n}>('/things-${n}', documented('B1')),
  /** Changes a thing. */
  update: put<Body<Thing${n}>, Thing${n}>('/things-${n}/{id}', documented('B1')),
});
`;

const mapping = (n: number): string => `import {
  dateInTenantZone,
  fromBilling,
  fromSalesforce,
  mapping,
  money,
  one,
  shared,
  valueMap,
} from '../../language/index.ts';
import { Thing${n} } from '../core/thing-${n}.ts';
import { thing${n} as resource } from './endpoints/thing-${n}.ts';

/** State of thing ${n}. */
export const thing${n}Status = valueMap({
  rows: [
    ['ACTIVE', 'Active'],
    ['SUSPENDED', 'Suspended'],
    ['CLOSED', 'Closed'],
  ],
  otherwise: { toSalesforce: 'keep', toBilling: 'block' },
});

/** Thing ${n} on both sides. */
export const thing${n} = mapping(Thing${n}, resource, {
  type: 'thing-${n}',
  id: (t) => t.id,
  number: (t) => t.title,
  key: { property: (t) => t.external_num, parameter: 'external_num' },
  bulk: { operation: 'list', byId: 'id', byKey: 'external_num' },
  read: 'read',
  create: 'create',
  update: 'update',
  fields: {
    BillingId__c: fromBilling((t) => t.id),
    Title__c: fromSalesforce((t) => t.title),
    Note__c: shared((t) => one(t.parts, { part_type: 'main' }).note, { conflict: 'ask' }),
    Status__c: fromBilling((t) => t.status, { values: thing${n}Status }),
    Amount__c: fromSalesforce((t) => t.amount, { convert: money }),
    Taxable__c: fromSalesforce((t) => t.taxable),
    StartDate__c: fromSalesforce((t) => t.start_date, { convert: dateInTenantZone }),
    EndDate__c: fromSalesforce((t) => t.end_date, { convert: dateInTenantZone }),
  },
});
`;

const system = `import { system } from '../../language/index.ts';

/** A billing system that exists only to be measured. */
export const bench = system({ name: 'bench', label: 'Bench', prefix: 'Bch' });
`;

const profile = (
  numbers: readonly number[],
): string => `import { documented, profile } from '../../language/index.ts';
${numbers.map((n) => `import { thing${n} } from './endpoints/thing-${n}.ts';`).join('\n')}

/** The endpoint profile of the benchmark. */
export const endpoints = profile({
  basePath: '/bench/1',
  authentication: { header: 'X-Api-Key', value: '{key}', mark: documented('B1') },
  paging: {
    style: 'numbered',
    sizeParameter: 'page_size',
    numberParameter: 'page_number',
    maxSize: 50,
    totalHeader: 'x-total-count',
    mark: documented('B1'),
  },
  errorBody: { code: 'code', message: 'message' },
  connectionTest: 'Thing1.list',
  resources: {
${numbers.map((n) => `    Thing${n}: thing${n},`).join('\n')}
  },
});
`;

/** Compiles the mapping files alone: what `tsc --noEmit` is measured on. */
const tsconfig = {
  extends: join(repository, 'tsconfig.base.json'),
  compilerOptions: { noEmit: true, types: [] },
  include: ['mappings'],
};

/** A repository in a temporary folder; `edit` is the mapping file that watching changes. */
export interface Synthetic {
  readonly root: string;
  readonly edit: string;
  remove(): void;
}

/** The reader knows the language by its place, so the mappings import it from where it is. */
function importingLanguage(text: string, folder: string): string {
  const language = relative(folder, join(repository, 'generator/language/index.ts')).replaceAll('\\', '/');
  return text.replace(/from '(?:\.\.\/)+language\/index\.ts'/g, `from '${language}'`);
}

/** The package's own core, as a part of the repository that is made. */
function core(): Record<string, string> {
  const folder = join(repository, 'generator/mappings/core');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [
      `generator/mappings/core/${name}`,
      readFileSync(join(folder, name), 'utf8'),
    ]),
  );
}

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), importingLanguage(content, join(root, path, '..')));
  }
}

/** Makes a repository whose one billing system has `count` mapped objects, beside the package's own core. */
export function synthesise(count: number): Synthetic {
  const root = mkdtempSync(join(tmpdir(), 'billwright-bench-'));
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  for (const path of ['force-app/main/default/lwc', 'sfdx-project.json'])
    cpSync(join(repository, path), join(root, path), { recursive: true });
  write(root, {
    ...core(),
    'generator/package.json': '{ "type": "module" }\n',
    'generator/tsconfig.json': JSON.stringify(tsconfig),
    'generator/mappings/bench/system.ts': system,
    'generator/mappings/bench/endpoints.ts': profile(numbers),
  });
  for (const n of numbers)
    write(root, {
      [`generator/mappings/core/thing-${n}.ts`]: object(n),
      [`generator/mappings/bench/api/thing-${n}.ts`]: api(n),
      [`generator/mappings/bench/endpoints/thing-${n}.ts`]: endpoints(n),
      [`generator/mappings/bench/thing-${n}.ts`]: mapping(n),
    });
  return {
    root,
    edit: join(root, 'generator/mappings/bench/thing-1.ts'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
