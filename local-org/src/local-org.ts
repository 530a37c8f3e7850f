import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { invoke, type ApexCall } from './aura/invoke.ts';
import type { Json } from './aura/json.ts';
import { ANONYMOUS_ENTRY } from './check/anonymous.ts';
import { checkAnonymous } from './check/check.ts';
import { build, type Build, type BuildOptions, type CompiledFiles } from './compile/build.ts';
import { type Diagnostic, Diagnostics } from './diagnostics/diagnostic.ts';
import { StoreJournal } from './data/journal.ts';
import { emitFile, type EmittedFile } from './emit/emit.ts';
import { library } from './library/index.ts';
import { loopbackCallouts } from './network/loopback.ts';
import { patient } from './network/patience.ts';
import { routed, type CalloutRoutes } from './network/routes.ts';
import { platformTypes } from './platform/types.ts';
import type { CalloutHandler } from './runtime/callout.ts';
import type { Project } from './project/project.ts';
import type { LogLine } from './runtime/apex-transaction.ts';
import { currentTransaction, inTransaction } from './runtime/context.ts';
import { ChangeCapture } from './runtime/events/change-capture.ts';
import type { AsyncLimits } from './runtime/jobs/allowance.ts';
import type { Steering } from './runtime/jobs/steering.ts';
import { link } from './runtime/linker.ts';
import { BrokenClass, Unsupported } from './runtime/faults.ts';
import { Org, type Outcome } from './runtime/org.ts';
import { callRest, type RestCall, type RestReply } from './runtime/rest/call.ts';
import { StackTranslator } from './runtime/stack.ts';
import { Statics } from './runtime/statics.ts';
import { openStorage } from './runtime/storage.ts';
import { Runtime } from './runtime/support/runtime.ts';
import { Triggers } from './runtime/triggers/triggers.ts';
import { queryOfApi } from './soql/dynamic.ts';
import { parseAnonymous, parseQuery } from './syntax/parse.ts';
import type { FileCoverage } from './testing/results.ts';
import { plainRecord, type PlainRecord, recordFrom } from './plain-record.ts';

export interface OrgOptions extends BuildOptions {
  /**
   * Answers callouts outside of tests. By default the network, to this machine only.
   * A test whose Apex sets no mock may call out too when `testCallouts` is given.
   */
  readonly callouts?: CalloutHandler;
  readonly testCallouts?: CalloutHandler;
  /** Milliseconds since 1970; by default the machine's clock. */
  readonly clock?: () => number;
  /** Daily asynchronous executions and the like; by default those of a Developer Edition org. */
  readonly asyncLimits?: AsyncLimits;
  /** A database file to keep the data in; by default they live as long as the org. */
  readonly database?: string;
  /** True: `reload` takes changes of the project over and keeps the data. */
  readonly isReloadable?: boolean;
  /** Where callouts go instead of the addresses that Apex names; see `CalloutRoutes`. */
  readonly routes?: CalloutRoutes;
  /** Milliseconds after which a callout is given up, however long Apex would wait: a test need not sit through them. */
  readonly patience?: () => number;
}

/** A user to make. */
export interface NewUser {
  /** The last name; the user name and the alias follow from it. */
  readonly name: string;
  readonly profile?: string;
  readonly permissionSets?: readonly string[];
  /** More fields, e.g. `UserRoleId`, or others than those that follow from the name. */
  readonly values?: PlainRecord;
}

/** The key prefix of AsyncApexJob. */
const JOB_PREFIX = '707';

type Network = ReturnType<typeof loopbackCallouts>;

/** What a piece of anonymous Apex did. */
export interface Execution {
  readonly success: boolean;
  /** Compile errors; nothing ran when there are any. */
  readonly diagnostics: readonly Diagnostic[];
  /** `System.NullPointerException: ...` when it failed, or which class could not run and why. */
  readonly exception: string | null;
  readonly stack: string;
  readonly log: readonly LogLine[];
}

/**
 * Compiles a project and opens an org with it. Broken classes and metadata are in `diagnostics`; everything else works.
 * Throws `ProjectError` when there is no project.
 */
export function createOrg(options: OrgOptions): LocalOrg {
  return new LocalOrg(options);
}

/** An org without Salesforce: one project, its data, its Apex. */
export class LocalOrg {
  readonly kernel: Org;
  readonly #options: OrgOptions;
  readonly #build: Build;
  readonly #runtime: Runtime;
  readonly #network: Network | null;
  #anonymous = 0;

  /** @param before the org whose data and network it takes over; see `reload`. */
  constructor(options: OrgOptions, before: LocalOrg | null = null) {
    this.#options = options;
    const keyPrefixes = before ? before.kernel.storage.keyPrefixes() : keptPrefixes(options.database);
    this.#build = build({ ...options, ...(keyPrefixes ? { keyPrefixes } : {}) });
    const { schema, compiled, catalogue, project } = this.#build;
    const { files } = compiled;
    const statics = new Statics();
    const stacks = new StackTranslator();
    const namespace = schema.namespace;
    this.#runtime = new Runtime({ schema, platform: platformTypes(catalogue), library, namespace, statics });
    for (const file of files) stacks.add(file);
    link(files, this.#runtime);
    const triggers = this.#triggers(files);
    this.#network = before ? before.#network : options.callouts ? null : loopbackCallouts();
    const database = before ? before.kernel.storage.handOver() : options.database;
    const storage = openStorage({
      schema,
      classes: project.classes,
      triggers: project.triggers,
      now: options.clock ?? Date.now,
      hooks: new ChangeCapture(triggers, schema),
      ...(database === undefined ? {} : { database }),
      isKept: options.isReloadable === true || options.database !== undefined,
    });
    this.kernel = new Org({
      schema,
      program: this.#runtime,
      statics,
      stacks,
      storage,
      triggers,
      callouts: routed(
        patient(options.callouts ?? this.#network?.handler ?? refuse, options.patience),
        options.routes ?? {},
      ),
      testCallouts: options.testCallouts ?? null,
      clock: options.clock ?? Date.now,
      asyncLimits: options.asyncLimits ?? {},
    });
  }

  /**
   * Reads and compiles the project anew and gives an org that goes on with the data; this one is done. `reset` says
   * what could not be kept: objects whose fields hold other kinds of values now, and jobs that waited, since their
   * objects belong to the classes as they were. Throws when the org was not made reloadable.
   */
  reload(): { readonly org: LocalOrg; readonly reset: readonly string[] } {
    if (this.#options.isReloadable !== true) throw new Error('This org was not made reloadable.');
    const waiting = [...this.kernel.jobs.waiting];
    const org = new LocalOrg(this.#options, this);
    const { rows } = org.kernel.storage;
    for (const { id } of waiting) if (id.startsWith(JOB_PREFIX)) rows.set(id, { Status: 'Aborted' });
    const dropped = waiting.map(({ label }) => `the waiting job ${label}`);
    return { org, reset: [...org.kernel.storage.reset, ...dropped] };
  }

  /** The project that runs. */
  get project(): Project {
    return this.#build.project;
  }

  /** What another org of the same project can be made of without compiling. */
  get compiled(): CompiledFiles {
    return this.#build.compiled;
  }

  /** Whether the project was compiled for this org, and not read back as it was kept. */
  get wasCompiled(): boolean {
    return this.#build.wasCompiled;
  }

  /** What is wrong with the project's sources. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#build.diagnostics;
  }

  /**
   * Runs anonymous Apex in a transaction of its own, and then the jobs that are due. Steered, it leaves the jobs in the
   * queue, `kernel.jobs`.
   */
  execute(apex: string, steering: Steering | null = null): Execution {
    const execution = this.#executeAnonymous(apex, this.kernel.storage.administrator.id, steering);
    if (execution.success && !steering) this.kernel.jobs.runAll();
    return execution;
  }

  /** Runs anonymous Apex as a user, by id; what it queues waits in `kernel.jobs`. */
  executeAs(user: string, apex: string): Execution {
    return this.#executeAnonymous(apex, user, null);
  }

  #executeAnonymous(apex: string, userId: string, steering: Steering | null): Execution {
    const file = `anonymous-${++this.#anonymous}.apex`;
    const syntax = new Diagnostics();
    const unit = parseAnonymous(apex, file, syntax);
    if (!unit || syntax.errors.length) return refused(syntax.all);
    const version = Number(this.#build.project.apiVersion);
    const { value: ir, diagnostics } = this.#build.check((world) =>
      checkAnonymous(world, unit, file, version),
    );
    if (diagnostics.length) return refused(diagnostics);
    const emitted = emitFile({ file, classes: [ir] }, apex, { coverage: false });
    this.kernel.stacks.add(emitted);
    link([emitted], this.#runtime);
    // Read anew: what ran before may have given the user another permission set.
    const user = this.kernel.storage.userContext(userId);
    const log: LogLine[] = [];
    let outcome: Outcome<unknown>;
    try {
      outcome = this.kernel.transact({ kind: 'synchronous', entry: 'ANONYMOUS', user, steering, log }, () =>
        this.#runtime.jsClass(ir.symbol.fullName)[`${ANONYMOUS_ENTRY}()`](),
      );
    } catch (error) {
      if (!(error instanceof BrokenClass || error instanceof Unsupported)) throw error;
      const stack = this.#apexStack(error);
      return { success: false, diagnostics: [], exception: error.message, stack, log };
    }
    const { exception, transaction } = outcome;
    return {
      success: exception === null,
      diagnostics: [],
      exception: exception ? inTransaction(transaction, () => exception['tostring/0']()) : null,
      stack: exception ? this.#apexStack(exception) : '',
      log,
    };
  }

  #apexStack(error: { readonly stack?: string }): string {
    const { stacks } = this.kernel;
    return stacks.print(stacks.frames(error.stack ?? ''));
  }

  /**
   * Calls an `@AuraEnabled` method as a Lightning component does, in a transaction of its own, as the administrator or
   * the user whose id is given; what it queues waits in `kernel.queue`. Throws `InvocationFailure`, whose body is what
   * the component would get.
   */
  invoke({ user, ...call }: ApexCall & { readonly user?: string }): Json {
    const { storage } = this.kernel;
    return invoke(this.kernel, call, user === undefined ? storage.administrator : storage.userContext(user));
  }

  /** Calls an Apex REST class as a user: by id, by default the administrator. */
  rest({ user, ...call }: RestCall & { readonly user?: string }): RestReply {
    const { storage } = this.kernel;
    return callRest(
      this.kernel,
      call,
      user === undefined ? storage.administrator : storage.userContext(user),
    );
  }

  /**
   * Rows of a SOQL query, as of the REST API, as plain objects. Throws `SoqlSyntaxError` for a text that is no query, and
   * an Error with the platform's message for one that is wrong.
   */
  query(soql: string): PlainRecord[] {
    parseQuery(soql);
    return this.#inTransaction(() => {
      const result = queryOfApi(soql, { access: 'system' });
      return result.count === null ? result.records.map(plainRecord) : [{ count: result.count }];
    });
  }

  /** Inserts one record and gives its id. Throws with the platform's message when it is refused. */
  insert(object: string, values: PlainRecord): string {
    return this.#inTransaction(() => {
      const record = recordFrom(object, values);
      const [outcome] = currentTransaction().data.save({ kind: 'insert' }, [record], {
        access: 'system',
        allOrNone: true,
      });
      return outcome?.id ?? '';
    });
  }

  /**
   * Makes an active user with a profile and permission sets, by their names without the project's namespace, and gives
   * the id. Throws when there is none of that name.
   */
  addUser({ name, profile = 'Standard User', permissionSets = [], values = {} }: NewUser): string {
    const alias = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
    const id = this.insert('User', {
      LastName: name,
      Alias: alias.slice(0, 8),
      Username: `${alias}@users.local.org`,
      Email: `${alias}@users.local.org`,
      TimeZoneSidKey: 'America/Los_Angeles',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      ProfileId: this.#idOf('Profile', profile),
      ...values,
    });
    for (const set of permissionSets) {
      this.insert('PermissionSetAssignment', {
        AssigneeId: id,
        PermissionSetId: this.#idOf('PermissionSet', set),
      });
    }
    return id;
  }

  #idOf(object: string, name: string): string {
    const found = this.query(`SELECT Id FROM ${object} WHERE Name = '${name.replaceAll("'", "\\'")}'`)[0]?.Id;
    if (typeof found !== 'string') throw new Error(`There is no ${object} ${name}.`);
    return found;
  }

  #triggers(files: readonly EmittedFile[]): Triggers {
    const triggers = new Triggers();
    for (const { trigger, className } of files) {
      if (!trigger) continue;
      const jsClass = this.#runtime.jsClass(className);
      triggers.add({ ...trigger, run: () => jsClass[`${ANONYMOUS_ENTRY}()`]() });
    }
    return triggers;
  }

  /** Lines that ran so far, by file; empty unless the org was made with coverage. */
  coverage(): FileCoverage[] {
    return this.#build.compiled.files.flatMap((file): FileCoverage[] => {
      const counters = this.#runtime.countersOf(file.file);
      if (!counters || file.isTest) return [];
      const lines = new Map(file.lines.map(([line, counter]) => [line, counters[counter] ?? 0]));
      return [{ file: file.file, className: file.trigger?.name ?? file.className, lines }];
    });
  }

  /** Counts lines anew from here on. */
  resetCoverage(): void {
    for (const { file } of this.#build.compiled.files) this.#runtime.countersOf(file)?.fill(0);
  }

  /** Another org of the same project, with the data of a new org, that counts the lines that run. */
  twinWithCoverage(): LocalOrg {
    const { database: _, ...options } = this.#options;
    return new LocalOrg({ ...options, coverage: true, callouts: refuse });
  }

  async close(): Promise<void> {
    this.kernel.storage.close();
    await this.#network?.close();
  }

  #inTransaction<T>(body: () => T): T {
    const outcome = this.kernel.transact(
      { kind: 'synchronous', user: this.kernel.storage.administrator },
      body,
    );
    const { exception } = outcome;
    if (exception) throw new Error(inTransaction(outcome.transaction, () => exception['tostring/0']()));
    return outcome.value as T;
  }
}

/** The key prefixes of the records in a database file; undefined for one that does not exist yet. */
function keptPrefixes(database: string | undefined): ReadonlyMap<string, string> | undefined {
  if (database === undefined || !existsSync(database)) return undefined;
  const file = new DatabaseSync(database);
  try {
    return new StoreJournal(file).keyPrefixes();
  } finally {
    file.close();
  }
}

function refused(diagnostics: readonly Diagnostic[]): Execution {
  return { success: false, diagnostics, exception: null, stack: '', log: [] };
}

function refuse(): never {
  throw new Error('This org has no way to call out.');
}
