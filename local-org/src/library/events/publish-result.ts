import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type { ApexList } from '../../values/list.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type LibraryClass } from '../library.ts';
import { listOf } from '../schema/collections.ts';

/** What a publish callback is given: which events it is about. */
export class PublishResult extends PlatformObject {
  readonly #typeName: string;
  readonly #eventUuids: readonly string[];

  constructor(outcome: 'success' | 'failure', eventUuids: readonly string[]) {
    super();
    this.#typeName = outcome === 'success' ? 'EventBus.SuccessResult' : 'EventBus.FailureResult';
    this.#eventUuids = eventUuids;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type(this.#typeName);
  }

  'geteventuuids/0'(): ApexList {
    return listOf('String', [...this.#eventUuids]);
  }
}

export const publishCallbackClasses: readonly LibraryClass[] = [
  'EventBus.EventPublishSuccessCallback',
  'EventBus.EventPublishFailureCallback',
  'EventBus.SuccessResult',
  'EventBus.FailureResult',
].map((name) => libraryClass({ name, virtual: true }));
