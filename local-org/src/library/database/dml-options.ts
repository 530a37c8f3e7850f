import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';

export class DmlOptionsValue extends PlatformObject {
  allowFieldTruncation: boolean | null = null;
  optAllOrNone: boolean | null = null;

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Database.DMLOptions');
  }
}

export const dmlOptionsClass = libraryClass({
  name: 'Database.DMLOptions',
  constructors: { '()': () => new DmlOptionsValue() },
  properties: {
    AllowFieldTruncation: {
      get: (options: DmlOptionsValue) => options.allowFieldTruncation,
      set: (options: DmlOptionsValue, value) => void (options.allowFieldTruncation = value),
    },
    OptAllOrNone: {
      get: (options: DmlOptionsValue) => options.optAllOrNone,
      set: (options: DmlOptionsValue, value) => void (options.optAllOrNone = value),
    },
  },
});
