import type { Value } from '../../library/library.ts';
import type { TriggerRound } from '../../data/hooks.ts';
import type { SObject } from '../../values/sobject.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { enumValue } from '../../values/enum.ts';
import type { Program } from '../program.ts';

export type TriggerTime = 'before' | 'after';

/** What `Trigger` is while one trigger event runs. */
export class TriggerFrame {
  readonly #variables: Readonly<Record<string, Value>>;

  constructor(time: TriggerTime, round: TriggerRound, program: Program) {
    const { operation, object } = round;
    const type = program.recordType(object.name);
    const listOf = (records: readonly SObject[]): ApexList =>
      new ApexList(program.listOf(type), [...records]);
    const mapType = program.mapOf(program.type('Id'), type);
    const mapOf = (records: readonly SObject[]): ApexMap =>
      new ApexMap(
        mapType,
        records.map((record) => [record.id, record]),
      );
    const hasNew = operation !== 'delete';
    const hasOld = operation === 'update' || operation === 'delete';
    const hasIds = !(operation === 'insert' && time === 'before');
    this.#variables = {
      isexecuting: true,
      isbefore: time === 'before',
      isafter: time === 'after',
      isinsert: operation === 'insert',
      isupdate: operation === 'update',
      isdelete: operation === 'delete',
      isundelete: operation === 'undelete',
      new: hasNew ? listOf(round.newRecords) : null,
      old: hasOld ? listOf(round.oldRecords) : null,
      newmap: hasNew && hasIds ? mapOf(round.newRecords) : null,
      oldmap: hasOld ? mapOf(round.oldRecords) : null,
      size: Math.max(round.newRecords.length, round.oldRecords.length),
      operationtype: enumValue(program.type('System.TriggerOperation'), `${time}_${operation}`.toUpperCase()),
    };
  }

  /** `name` in lower case. */
  variable(name: string): Value {
    return this.#variables[name];
  }
}
