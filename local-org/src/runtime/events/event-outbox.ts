import type { SObject } from '../../values/sobject.ts';
import type { Value } from '../../library/library.ts';

/** Events that were published together, and the object that wants to hear what became of them. */
export interface Publication {
  readonly events: readonly SObject[];
  /** An `EventPublishSuccessCallback`, an `EventPublishFailureCallback` or both; null when nobody wants to know. */
  readonly callback: Value;
}

/** What a transaction has published and the bus does not have yet. */
export class EventOutbox {
  #publications: Publication[] = [];

  add(publication: Publication): void {
    if (publication.events.length > 0) this.#publications.push(publication);
  }

  /** Takes back what is undone. */
  withdraw(publication: Publication): void {
    this.#publications = this.#publications.filter((other) => other !== publication);
  }

  takeAll(): readonly Publication[] {
    return this.#publications.splice(0);
  }

  /** Those that Apex published: what changes of records tell stays. */
  takePublished(): readonly Publication[] {
    const isChange = ({ events }: Publication): boolean => events[0]?.object.changesOf !== undefined;
    const taken = this.#publications.filter((publication) => !isChange(publication));
    this.#publications = this.#publications.filter(isChange);
    return taken;
  }
}
