import { principalId, principalNumber } from '../schema/credential-principal.ts';
import type {
  CredentialPrincipal,
  ExternalCredentialModel,
  NamedCredentialModel,
  OrgSchema,
} from '../schema/model.ts';
import type { Store } from './store.ts';

/** A value that a principal authenticates with. */
export interface CredentialValue {
  readonly value: string;
  /** Nobody gets it back. */
  readonly isEncrypted: boolean;
}

export type NewExternalCredential = Omit<ExternalCredentialModel, 'principals'> & {
  readonly principals: readonly Omit<CredentialPrincipal, 'id'>[];
};

/**
 * The named and external credentials that the org's own code has made, and the secrets of all of them. They are undone
 * with the transaction that made them. Names are those of the project, with or without its namespace.
 */
export class CredentialStore {
  readonly #store: Store;
  readonly #schema: OrgSchema;

  constructor(store: Store, schema: OrgSchema) {
    this.#store = store;
    this.#schema = schema;
    store.database.exec(
      `CREATE TABLE IF NOT EXISTS "_Credentials" (kind TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, name));
       CREATE TABLE IF NOT EXISTS "_CredentialValues" (credential TEXT NOT NULL, principal TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, encrypted INTEGER NOT NULL, PRIMARY KEY (credential, principal, name));`,
    );
  }

  /** Of the metadata, or made by code. */
  external(name: string): ExternalCredentialModel | null {
    return (
      this.#made<ExternalCredentialModel>('external', name) ??
      this.#schema.externalCredentials.get(name) ??
      null
    );
  }

  externals(): ExternalCredentialModel[] {
    return [...this.#schema.externalCredentials.values(), ...this.#all<ExternalCredentialModel>('external')];
  }

  named(name: string): NamedCredentialModel | null {
    return this.#made<NamedCredentialModel>('named', name) ?? this.#schema.namedCredentials.get(name) ?? null;
  }

  allNamed(): NamedCredentialModel[] {
    return [...this.#schema.namedCredentials.values(), ...this.#all<NamedCredentialModel>('named')];
  }

  /** Was it made by code? What metadata made is not changed by it. */
  isMade(kind: 'external' | 'named', name: string): boolean {
    return this.#made(kind, name) !== null;
  }

  /** Adds it, or replaces the one of that name; a principal that stays keeps its id, one that goes loses its secrets. */
  putExternal(credential: NewExternalCredential): ExternalCredentialModel {
    const before = this.external(credential.name)?.principals ?? [];
    let last = this.#lastPrincipal();
    const principals = credential.principals.map((principal) => {
      const known = before.find(({ name }) => name === principal.name);
      return { ...principal, id: known?.id ?? principalId(++last) };
    });
    for (const { name } of before) {
      if (!principals.some((principal) => principal.name === name)) this.forget(credential.name, name);
    }
    const model = { ...credential, principals };
    this.#put('external', credential.name, model);
    return model;
  }

  putNamed(credential: NamedCredentialModel): void {
    this.#put('named', credential.name, credential);
  }

  remove(kind: 'external' | 'named', name: string): void {
    this.#store.run('DELETE FROM "_Credentials" WHERE kind = ? AND name = ?', kind, this.#key(name));
    if (kind === 'external') {
      this.#store.run('DELETE FROM "_CredentialValues" WHERE credential = ?', this.#key(name));
    }
  }

  values(credential: string, principal: string): Map<string, CredentialValue> {
    const rows = this.#store.all(
      'SELECT name, value, encrypted FROM "_CredentialValues" WHERE credential = ? AND principal = ? ORDER BY name',
      this.#key(credential),
      principal.toLowerCase(),
    );
    return new Map(
      rows.map(({ name, value, encrypted }) => [
        String(name),
        { value: String(value), isEncrypted: encrypted === 1 },
      ]),
    );
  }

  setValue(
    credential: string,
    principal: string,
    name: string,
    { value, isEncrypted }: CredentialValue,
  ): void {
    this.#store.run(
      'INSERT OR REPLACE INTO "_CredentialValues" VALUES (?, ?, ?, ?, ?)',
      this.#key(credential),
      principal.toLowerCase(),
      name,
      value,
      isEncrypted ? 1 : 0,
    );
  }

  /** Takes the values of a principal away. */
  forget(credential: string, principal: string): void {
    this.#store.run(
      'DELETE FROM "_CredentialValues" WHERE credential = ? AND principal = ?',
      this.#key(credential),
      principal.toLowerCase(),
    );
  }

  #made<T>(kind: string, name: string): T | null {
    const row = this.#store.get(
      'SELECT body FROM "_Credentials" WHERE kind = ? AND name = ?',
      kind,
      this.#key(name),
    );
    return row ? (JSON.parse(String(row.body)) as T) : null;
  }

  #all<T>(kind: string): T[] {
    const rows = this.#store.all('SELECT body FROM "_Credentials" WHERE kind = ? ORDER BY name', kind);
    return rows.map(({ body }) => JSON.parse(String(body)) as T);
  }

  #put(kind: string, name: string, body: object): void {
    this.#store.run(
      'INSERT OR REPLACE INTO "_Credentials" VALUES (?, ?, ?)',
      kind,
      this.#key(name),
      JSON.stringify(body),
    );
  }

  #lastPrincipal(): number {
    const numbers = this.externals().flatMap(({ principals }) =>
      principals.map(({ id }) => principalNumber(id)),
    );
    return Math.max(0, ...numbers);
  }

  /** In lower case, without the project's namespace. */
  #key(name: string): string {
    const key = name.toLowerCase();
    const prefix = `${this.#schema.namespace?.toLowerCase()}__`;
    return key.startsWith(prefix) ? key.slice(prefix.length) : key;
  }
}
