import type { ObjectModel } from '../schema/model.ts';
import type { ParentPlan, RecordPlan, RowReader, TypeOfPlan } from './plan.ts';

/** A record or one of its parents while the SELECT list is read. */
export class RecordDraft implements RecordPlan {
  readonly object: ObjectModel;
  readonly fields: { name: string; read: RowReader }[] = [];
  readonly aliases: { name: string; read: RowReader }[] = [];
  readonly parents: (ParentPlan & { record: RecordDraft })[] = [];
  readonly typeOfs: TypeOfPlan[] = [];

  constructor(object: ObjectModel) {
    this.object = object;
  }

  /** Takes a field once. */
  take(field: string, read: RowReader): void {
    const name = field.toLowerCase();
    if (!this.fields.some((each) => each.name === name)) this.fields.push({ name, read });
  }
}
