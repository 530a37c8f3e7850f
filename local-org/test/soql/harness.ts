import { fileURLToPath } from 'node:url';
import { type AccessRights, EVERY_RECORD, FULL_ACCESS } from '../../src/data/access.ts';
import { Store, type StoredRow } from '../../src/data/store.ts';
import type { QueryResult } from '../../src/data/data.ts';
import type { LimitName } from '../../src/runtime/limits.ts';
import { inTransaction } from '../../src/runtime/context.ts';
import type { Program } from '../../src/runtime/program.ts';
import type { Transaction } from '../../src/runtime/transaction.ts';
import { TypeTable } from '../../src/runtime/type-table.ts';
import { loadSchema } from '../../src/schema/load.ts';
import { checkQuery } from '../../src/soql/check.ts';
import type { QueryProblem } from '../../src/soql/problem.ts';
import { createQueries, type Queries } from '../../src/soql/run.ts';
import { parseQuery } from '../../src/syntax/parse.ts';
import { ApexException } from '../../src/values/exception.ts';
import { ApexList } from '../../src/values/list.ts';
import type { SObject } from '../../src/values/sobject.ts';
import type { Value } from '../../src/library/library.ts';
import type { Stored } from '../../src/data/columns.ts';

const root = fileURLToPath(new URL('project', import.meta.url));

export const schema = loadSchema({ root, packageDirectories: ['.'], namespace: null, asInstalled: false });
export const namespaced = loadSchema({
  root,
  packageDirectories: ['.'],
  namespace: 'acme',
  asInstalled: false,
});

/** A Wednesday, 2026-07-15 23:30 in Berlin. */
export const NOW = Date.parse('2026-07-15T21:30:00Z');
export const ZONE = 'Europe/Berlin';

/** The problems that the check finds, without their places. */
export function problems(text: string, of = schema): QueryProblem[] {
  const found: QueryProblem[] = [];
  checkQuery(parseQuery(text), of, [], (problem) => found.push(problem));
  return found;
}

export function codes(text: string, of = schema): string[] {
  return problems(text, of).map((problem) => problem.code);
}

/** A store with queries, and a transaction that knows only what queries need. */
export class World {
  readonly store = new Store();
  readonly userId = schema.object('User')!.keyPrefix + 'Lo0000000001AAA';
  readonly used = new Map<LimitName, number>();
  readonly queries: Queries;
  readonly program: Program;
  readonly transaction: Transaction;

  constructor(rights: AccessRights = FULL_ACCESS) {
    const types = new TypeTable(schema, { find: platformType }, null);
    this.program = {
      type: (name: string) => types.get(name),
      recordType: (name: string) => types.get(name),
      listOf: (element) => types.collection('list', [element]),
      setOf: (element) => types.collection('set', [element]),
      mapOf: (key, value) => types.collection('map', [key, value]),
    } as Program;
    const environment = {
      now: () => NOW,
      timeZone: () => ZONE,
      userId: () => this.userId,
      access: () => rights,
      records: () => EVERY_RECORD,
      respectsSharing: () => true,
      use: (limit: LimitName, amount: number) =>
        void this.used.set(limit, (this.used.get(limit) ?? 0) + amount),
    };
    this.queries = createQueries(this.store, schema, environment);
    this.transaction = {
      program: this.program,
      schema,
      data: this.queries,
      user: { timeZone: ZONE },
      limits: { use: environment.use },
      test: null,
    } as unknown as Transaction;
  }

  add(object: string, values: Readonly<Record<string, Stored>>): string {
    const model = schema.object(object)!;
    const id = this.store.nextId(model);
    const row: StoredRow = new Map(Object.entries(values).map(([name, value]) => [name, value]));
    this.store.insert(model, new Map([['Id', id], ...row]));
    return id;
  }

  run(
    text: string,
    binds: readonly Value[] = [],
    access: 'user' | 'system' | 'securityEnforced' = 'system',
  ): QueryResult {
    const query = parseQuery(text);
    checkQuery(query, schema, [], (problem) => {
      throw new Error(problem.message);
    });
    return this.inside(() => this.queries.query(query, binds, { access }));
  }

  records(text: string, binds: readonly Value[] = []): SObject[] {
    return this.run(text, binds).records;
  }

  /** One field of every row. */
  values(field: string, text: string, ...binds: readonly Value[]): Value[] {
    return this.records(text, binds).map((record) => this.inside(() => record.read(field.toLowerCase())));
  }

  list(element: string, ...items: Value[]): ApexList {
    return new ApexList(this.program.type(`List<${element}>`), items);
  }

  inside<T>(body: () => T): T {
    return inTransaction(this.transaction, body);
  }

  /** The message of the exception that `body` throws, with its type in front. */
  failure(body: () => unknown): string {
    try {
      this.inside(body);
    } catch (error) {
      if (error instanceof ApexException) return this.inside(() => error['tostring/0']());
      throw error;
    }
    throw new Error('Nothing was thrown.');
  }
}

function platformType(name: string) {
  const isEnum = /statuscode$/i.test(name);
  return {
    fullName: name,
    kind: isEnum ? ('enum' as const) : ('class' as const),
    superType: null,
    interfaces: [],
    enumConstants: isEnum ? ['REQUIRED_FIELD_MISSING'] : [],
  };
}
