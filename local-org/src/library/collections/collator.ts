import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';

/** Compares texts in the order of the user's locale. */
class Collator extends PlatformObject {
  readonly #collator = new Intl.Collator(currentTransaction().user.locale.replaceAll('_', '-'));

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.Collator');
  }

  'compare/2'(left: string | null, right: string | null): number {
    if (left === null || right === null) return Number(left !== null) - Number(right !== null);
    return this.#collator.compare(left, right);
  }
}

/** System.Collator. */
export const collatorClass = libraryClass({
  name: 'System.Collator',
  statics: { 'getInstance()': () => new Collator() },
  methods: {
    'compare(String,String)': (collator: Collator, left, right) => collator['compare/2'](left, right),
  },
});
