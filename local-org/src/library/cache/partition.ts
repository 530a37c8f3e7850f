import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { CacheUse } from '../../runtime/cache.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type LibraryClass, type Value } from '../library.ts';
import { serialize } from '../json/serialize.ts';
import type { TypeValue } from '../objects/type-value.ts';
import { listOf, mapOf } from '../schema/collections.ts';
import { double } from '../../values/double.ts';
import type { ApexList } from '../../values/list.ts';
import type { ApexMap } from '../../values/map.ts';
import { ApexSet } from '../../values/set.ts';

type Kind = 'Org' | 'Session';

/** How long a value is kept where nothing is said, and at most, in seconds. */
const TIMES: Readonly<Record<Kind, { readonly usual: number; readonly most: number }>> = {
  Org: { usual: 86_400, most: 172_800 },
  Session: { usual: 28_800, most: 28_800 },
};
/** What a partition says of its capacity. It has no end here, and 0 would mean that nothing was allotted to it. */
const USED = double(1);
const DEFAULT = 'local.default';
const KEY = /^[a-z0-9]{1,50}$/i;

/** Asynchronous work has no session. */
function isAvailable(kind: Kind): boolean {
  return kind === 'Org' || currentTransaction().kind === 'synchronous';
}

/** A partition of the org's cache, or of the user's session. */
class Partition extends PlatformObject {
  readonly kind: Kind;
  readonly name: string;

  constructor(kind: Kind, name: string) {
    super();
    this.kind = kind;
    this.name = name;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type(`Cache.${this.kind}Partition`);
  }

  /** A session is as good as its user here. */
  get #place(): string {
    if (!isAvailable(this.kind)) {
      throwApex(
        'Cache.SessionCacheNoSessionException',
        'The session cache is not available without a session.',
      );
    }
    const { user } = currentTransaction();
    return this.kind === 'Org' ? `org ${this.name}` : `session ${user.id} ${this.name}`;
  }

  get(key: string | null): Value {
    return currentTransaction().cache.get(this.#place, checked(key)) ?? null;
  }

  /** Asks the builder for what is not there and keeps it. */
  build(builder: TypeValue | null, key: string | null): Value {
    const { cache, program } = currentTransaction();
    const own = keyOfBuilder(builder, key);
    const known = cache.get(this.#place, own) ?? null;
    if (known !== null) return known;
    const loaded = program.construct((builder as TypeValue).type)['doload/1'](key);
    if (loaded !== null) cache.put(this.#place, own, loaded, TIMES[this.kind].usual);
    return loaded;
  }

  /** Forgets what the builder has loaded. */
  unbuild(builder: TypeValue | null, key: string | null): boolean {
    return currentTransaction().cache.remove(this.#place, keyOfBuilder(builder, key));
  }

  put(key: string | null, value: Value, seconds: number | null): void {
    if (value === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
    const { usual, most } = TIMES[this.kind];
    const time = seconds ?? usual;
    if (time < 300 || time > most) {
      throwApex(
        'Cache.InvalidParamException',
        `The time to live must be from 300 to ${most} seconds: ${time}`,
      );
    }
    currentTransaction().cache.put(this.#place, checked(key), value, time);
  }

  remove(key: string | null): boolean {
    return currentTransaction().cache.remove(this.#place, checked(key));
  }

  keys(): string[] {
    return currentTransaction().cache.keys(this.#place);
  }

  /** Bytes of each value as JSON, which stands for how the platform keeps it. */
  sizes(): bigint[] {
    const values = currentTransaction().cache.values(this.#place);
    return values.map((value) => BigInt(Buffer.byteLength(serialize(value, false, false))));
  }

  use(): CacheUse {
    return currentTransaction().cache.useOf(this.#place);
  }
}

/** What a builder loads has keys of its own. */
function keyOfBuilder(builder: TypeValue | null, key: string | null): string {
  if (builder === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  return `${builder.type.name.replaceAll('.', '_')}_${checked(key)}`;
}

function checked(key: string | null): string {
  if (key === null || !KEY.test(key)) {
    throwApex('Cache.InvalidParamException', `Key [${key}] must be alphanumeric and at most 50 characters`);
  }
  return key;
}

/** Methods without parameters: what a partition says of itself. */
const GETTERS: Readonly<Record<string, (partition: Partition) => Value>> = {
  'getAvgGetTime()': (partition) => {
    const { gets, time } = partition.use();
    return gets === 0 ? 0n : time / BigInt(gets);
  },
  'getAvgValueSize()': (partition) => {
    const sizes = partition.sizes();
    return sizes.length === 0 ? 0n : sizes.reduce((sum, size) => sum + size, 0n) / BigInt(sizes.length);
  },
  'getCapacity()': () => USED,
  'getKeys()': (partition) => {
    const { program } = currentTransaction();
    return new ApexSet(program.setOf(program.type('String')), partition.keys());
  },
  'getMaxGetTime()': (partition) => partition.use().longest,
  'getMaxValueSize()': (partition) =>
    partition.sizes().reduce((most, size) => (size > most ? size : most), 0n),
  'getMissRate()': (partition) => {
    const { gets, misses } = partition.use();
    return double(gets === 0 ? 0 : (misses / gets) * 100);
  },
  'getName()': (partition) => partition.name,
  'getNumKeys()': (partition) => BigInt(partition.keys().length),
};

const lifetime = (argument: Value): number | null => (typeof argument === 'number' ? argument : null);

/** What a partition says of each of several keys. */
function forEachKey(keys: ApexSet | null, type: string, answer: (key: string | null) => Value): ApexMap {
  if (keys === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  return mapOf(
    'String',
    type,
    [...keys.values()].map((key: string | null) => [key, answer(key)] as const),
  );
}

/** Methods that the kinds of partitions inherit. */
const INHERITED: NonNullable<LibraryClass['methods']> = {
  'contains(Set<String>)': (partition: Partition, keys) =>
    forEachKey(keys, 'Boolean', (key) => partition.get(key) !== null),
  'get(Set<String>)': (partition: Partition, keys) => forEachKey(keys, 'Object', (key) => partition.get(key)),
};

const METHODS: NonNullable<LibraryClass['methods']> = {
  'contains(String)': (partition: Partition, key) => partition.get(key) !== null,
  'get(String)': (partition: Partition, key) => partition.get(key),
  'get(Type,String)': (partition: Partition, builder, key) => partition.build(builder, key),
  ...GETTERS,
  'isAvailable()': (partition: Partition) => isAvailable(partition.kind),
  'put(String,Object)': (partition: Partition, key, value) => partition.put(key, value, null),
  'put(String,Object,Integer)': (partition: Partition, key, value, seconds) =>
    partition.put(key, value, seconds),
  'put(String,Object,Integer,Cache.Visibility,Boolean)': (partition: Partition, key, value, seconds) =>
    partition.put(key, value, seconds),
  'put(String,Object,Cache.Visibility)': (partition: Partition, key, value) =>
    partition.put(key, value, null),
  'remove(String)': (partition: Partition, key) => partition.remove(key),
  'remove(Type,String)': (partition: Partition, builder, key) => partition.unbuild(builder, key),
};

/** `Cache.Org.get('local.Default.key')`: a key with its partition, or one of the default partition. */
function addressed(
  kind: Kind,
  key: string | null,
): { readonly partition: Partition; readonly key: string | null } {
  const [namespace, name, rest] = key?.split('.') ?? [];
  return rest === undefined
    ? { partition: new Partition(kind, DEFAULT), key }
    : { partition: new Partition(kind, `${namespace}.${name}`), key: rest };
}

function cacheClass(kind: Kind): LibraryClass {
  const at = <T>(key: string | null, act: (partition: Partition, key: string | null) => T): T => {
    const found = addressed(kind, key);
    return act(found.partition, found.key);
  };
  const put = (key: string | null, value: Value, third?: Value): void =>
    at(key, (partition, own) => partition.put(own, value, lifetime(third)));
  return libraryClass({
    name: `Cache.${kind}`,
    statics: {
      'contains(String)': (key) => at(key, (partition, own) => partition.get(own) !== null),
      'get(String)': (key) => at(key, (partition, own) => partition.get(own)),
      'get(Type,String)': (builder, key) => at(key, (partition, own) => partition.build(builder, own)),
      'getPartition(String)': (name) => new Partition(kind, partitionName(name)),
      'put(String,Object)': put,
      'put(String,Object,Integer)': put,
      'put(String,Object,Integer,Cache.Visibility,Boolean)': put,
      'put(String,Object,Cache.Visibility)': put,
      'remove(String)': (key) => at(key, (partition, own) => partition.remove(own)),
      'remove(Type,String)': (builder, key) => at(key, (partition, own) => partition.unbuild(builder, own)),
      ...ofDefault(kind),
      ...(kind === 'Session' ? { 'isAvailable()': () => isAvailable(kind) } : MANY),
    },
    staticProperties: { MAX_TTL_SECS: { get: () => TIMES[kind].most } },
  });
}

/** What the default partition says of itself. */
function ofDefault(kind: Kind): NonNullable<LibraryClass['statics']> {
  const named = Object.entries(GETTERS);
  return Object.fromEntries(named.map(([name, get]) => [name, () => get(new Partition(kind, DEFAULT))]));
}

/** Only the org's cache takes several keys at once. */
const MANY: NonNullable<LibraryClass['statics']> = {
  'contains(List<String>)': (keys) =>
    ofEach(keys, 'Boolean', (partition, key) => partition.get(key) !== null),
  'get(List<String>)': (keys) => ofEach(keys, 'Object', (partition, key) => partition.get(key)),
  'remove(List<String>)': (keys) => ofEach(keys, 'Boolean', (partition, key) => partition.remove(key)),
};

function ofEach(
  keys: ApexList,
  type: string,
  ask: (partition: Partition, key: string | null) => Value,
): ApexList {
  const answers = keys.items.map((key: string | null): Value => {
    const found = addressed('Org', key);
    return ask(found.partition, found.key);
  });
  return listOf(type, answers);
}

function partitionName(name: string | null): string {
  if (name === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  return name.includes('.') ? name : `local.${name}`;
}

export const classes: readonly LibraryClass[] = [
  libraryClass({ name: 'Cache.CacheBuilder', virtual: true }),
  libraryClass({ name: 'Cache.Visibility', isEnum: true }),
  libraryClass({ name: 'Cache.Partition', methods: { ...METHODS, ...INHERITED } }),
  libraryClass({ name: 'Cache.OrgPartition', methods: METHODS }),
  libraryClass({ name: 'Cache.SessionPartition', methods: METHODS }),
  cacheClass('Org'),
  cacheClass('Session'),
];
