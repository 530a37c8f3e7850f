import { LightningElement, api } from 'lwc';
import { partsOf } from 'c/billingHighlight';

/** A text as it is, with the term of a search marked. */
export default class BillingQueryText extends LightningElement {
  shown;
  isPending = false;

  /** The text. */
  @api text = '';
  /** What is searched for. */
  @api term = '';
  /** At most so many matches are marked. */
  @api mostMatches;
  /** Name of the text for screen readers. */
  @api label;

  /** Number of the match that the search is at, from 0; it is scrolled to. */
  @api
  get current() {
    return this.shown;
  }
  set current(index) {
    this.shown = index;
    this.isPending = true;
  }

  get parts() {
    return partsOf(this.text ?? '', this.term ?? '', this.mostMatches).map((part) => ({
      ...part,
      markClass: part.index === this.shown ? 'current' : '',
    }));
  }

  renderedCallback() {
    if (!this.isPending) return;
    this.isPending = false;
    this.template.querySelector('mark.current')?.scrollIntoView({ block: 'nearest' });
  }
}
