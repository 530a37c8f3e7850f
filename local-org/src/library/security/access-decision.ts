import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { ApexSet } from '../../values/set.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';

/** What `Security.stripInaccessible` found and left. */
export class AccessDecision extends PlatformObject {
  readonly records: ApexList;
  /** Names of the removed fields by object. */
  readonly removed: ReadonlyMap<string, ReadonlySet<string>>;
  /** Positions of the records that lost a field. */
  readonly modified: ReadonlySet<number>;

  constructor(
    records: ApexList,
    removed: ReadonlyMap<string, ReadonlySet<string>>,
    modified: ReadonlySet<number>,
  ) {
    super();
    this.records = records;
    this.removed = removed;
    this.modified = modified;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.SObjectAccessDecision');
  }
}

/** A `Map<String, Set<String>>`: names of fields by the name of their object. */
export function fieldsByObject(fields: ReadonlyMap<string, ReadonlySet<string>>): ApexMap {
  const { program } = currentTransaction();
  const text = program.type('String');
  const names = program.setOf(text);
  return new ApexMap(
    program.mapOf(text, names),
    [...fields].map(([object, found]) => [object, new ApexSet(names, found)]),
  );
}

function modifiedIndexes({ modified }: AccessDecision): ApexSet {
  const { program } = currentTransaction();
  return new ApexSet(program.setOf(program.type('Integer')), modified);
}

export const accessDecisionClass = libraryClass({
  name: 'System.SObjectAccessDecision',
  methods: {
    'getRecords()': ({ records }: AccessDecision) => records,
    'getRemovedFields()': ({ removed }: AccessDecision) => fieldsByObject(removed),
    'getModifiedIndexes()': modifiedIndexes,
  },
});
