import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createDml, type DmlAccess } from '../../src/data/dml/dml.ts';
import { plainEnvironment, type DataEnvironment } from '../../src/data/environment.ts';
import { createFormulas } from '../../src/data/formula/formulas.ts';
import { seedOrg, type SetupData } from '../../src/data/seed.ts';
import { Store } from '../../src/data/store.ts';
import type { SaveOutcome, SaveOperation } from '../../src/data/data.ts';
import type { Value } from '../../src/library/library.ts';
import { loadSchema } from '../../src/schema/load.ts';
import type { OrgSchema } from '../../src/schema/model.ts';
import { SObject } from '../../src/values/sobject.ts';

export const NOW = Date.UTC(2026, 4, 17, 9, 30, 15);

/** A project with these files in `force-app`; the schema is read from it. */
export function schemaOf(
  files: Readonly<Record<string, string>>,
  given: Partial<Parameters<typeof loadSchema>[0]> = {},
): OrgSchema {
  const root = mkdtempSync(join(tmpdir(), 'local-org-'));
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, 'force-app', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return loadSchema({
    root,
    packageDirectories: ['force-app'],
    namespace: null,
    asInstalled: false,
    ...given,
  });
}

export const objectXml = (inner: string): string =>
  `<?xml version="1.0"?><CustomObject>${inner}</CustomObject>`;
export const fieldXml = (inner: string): string => `<?xml version="1.0"?><CustomField>${inner}</CustomField>`;

/** A store, seeded, with DML that throws nothing: every outcome is given back. */
export class TestOrg {
  readonly schema: OrgSchema;
  readonly store = new Store();
  readonly setup: SetupData;
  readonly dml: DmlAccess;

  constructor(schema: OrgSchema, given: Partial<DataEnvironment> = {}) {
    this.schema = schema;
    this.setup = seedOrg(this.store, schema, {
      classes: [{ name: 'Foo', apiVersion: '65.0', status: 'Active', text: 'class Foo {}' }],
      now: NOW,
    });
    const environment = plainEnvironment(this.setup.administratorId, { now: () => NOW, ...given });
    const formulas = createFormulas(schema, this.store, () => environment);
    this.dml = createDml(schema, this.store, formulas, environment);
  }

  record(object: string, values: Readonly<Record<string, Value>>): SObject {
    const model = this.schema.object(object);
    if (!model) throw new Error(`no object ${object}`);
    const record = new SObject(model);
    for (const [name, value] of Object.entries(values))
      record.put((model.fields.get(name.toLowerCase())?.name ?? name).toLowerCase(), value);
    return record;
  }

  save(kind: 'insert' | 'update', ...records: SObject[]): SaveOutcome[] {
    return this.run({ kind }, records);
  }

  run(operation: SaveOperation, records: SObject[]): SaveOutcome[] {
    return this.dml.save(operation, records, { access: 'system', allOrNone: false });
  }

  /** Inserts one record and gives its id; fails when that fails. */
  insert(object: string, values: Readonly<Record<string, Value>>): string {
    const [outcome] = this.save('insert', this.record(object, values));
    if (!outcome?.id) throw new Error(JSON.stringify(outcome?.errors));
    return outcome.id;
  }

  /** One stored value. */
  stored(id: string, field: string): unknown {
    const object = this.schema.objectOfKeyPrefix(id.slice(0, 3));
    return (object && this.store.row(object, id))?.get(
      (object.fields.get(field.toLowerCase())?.name ?? field).toLowerCase(),
    );
  }

  /** The errors of one outcome as `CODE: message [fields]`. */
  errors(outcome: SaveOutcome | undefined): string[] {
    return (outcome?.errors ?? []).map(
      (error) => `${error.statusCode}: ${error.message} [${error.fields.join(', ')}]`,
    );
  }
}
