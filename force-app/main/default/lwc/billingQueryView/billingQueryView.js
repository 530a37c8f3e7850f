import { LightningElement, api } from 'lwc';
import { fill } from 'c/billingFormat';
import { pathsWith, positionsOf } from 'c/billingHighlight';
import read from '@salesforce/apex/BillingQueryController.read';
import { label } from './labels';

/** More marks than this would make the page slow and help nobody. */
const mostMatches = 500;

/** Reads the live billing object of a record and shows it as a tree and as text, with a search over both. */
export default class BillingQueryView extends LightningElement {
  shownId;
  asked = 0;

  result;
  error;
  isLoading = false;
  linkId;
  tab = 'tree';
  term = '';
  current = 0;
  copyState = '';
  label = label;
  mostMatches = mostMatches;

  /** Id of the record; may come late. */
  @api
  get recordId() {
    return this.shownId;
  }
  set recordId(recordId) {
    if (this.shownId === recordId) return;
    this.shownId = recordId;
    this.linkId = undefined;
    if (recordId) this.load();
  }

  get reasons() {
    return this.result?.reasons ?? [];
  }

  get hasReasons() {
    return this.reasons.length > 0;
  }

  get hasObject() {
    return !this.isLoading && this.nodes.length > 0;
  }

  get isEmpty() {
    return !this.isLoading && this.result !== undefined && !this.hasReasons && this.nodes.length === 0;
  }

  get nodes() {
    return this.result?.nodes ?? [];
  }

  get choices() {
    return this.result?.choices ?? [];
  }

  get hasChoices() {
    return this.choices.length > 1;
  }

  get heading() {
    return [this.result.title, this.result.billingNumber].filter(Boolean).join(' ');
  }

  get connectionText() {
    return fill(label.connection, this.result.connectionName);
  }

  /** Where the term is: paths of nodes in the tree, positions in the text. */
  get matches() {
    if (this.term.trim() === '' || !this.result) return [];
    if (this.tab === 'text') return positionsOf(this.result.json, this.term).slice(0, mostMatches);
    return pathsWith(this.nodes, this.term);
  }

  get currentPath() {
    return this.tab === 'tree' ? this.matches[this.current] : undefined;
  }

  get searchState() {
    if (this.term.trim() === '') return '';
    const count = this.matches.length;
    return count === 0 ? label.noMatch : fill(label.match, this.current + 1, count);
  }

  get hasNoMatch() {
    return this.matches.length === 0;
  }

  handleChoice(event) {
    this.linkId = event.detail.value;
    this.load();
  }

  handleAgain() {
    this.load();
  }

  handleTab(event) {
    this.tab = event.target.value;
    this.current = 0;
  }

  handleSearch(event) {
    this.term = event.detail.value ?? '';
    this.current = 0;
  }

  handleSearchKey(event) {
    if (event.key === 'Enter') this.step(event.shiftKey ? -1 : 1);
  }

  handlePrevious() {
    this.step(-1);
  }

  handleNext() {
    this.step(1);
  }

  async handleCopy() {
    // A page without a clipboard, or one that may not use it: the text stands there to be copied by hand.
    const isCopied = await navigator.clipboard?.writeText(this.result.json).then(
      () => true,
      () => false,
    );
    this.copyState = isCopied ? label.copied : label.copyByHand;
  }

  step(by) {
    const count = this.matches.length;
    if (count > 0) this.current = (this.current + by + count) % count;
  }

  async load() {
    const asked = (this.asked += 1);
    this.isLoading = true;
    this.error = undefined;
    this.copyState = '';
    const answer = await read({ recordId: this.shownId, linkId: this.linkId }).then(
      (result) => ({ result }),
      (error) => ({ error }),
    );
    // Somebody has chosen another billing object meanwhile.
    if (asked !== this.asked) return;
    this.result = answer.result;
    this.error = answer.error;
    this.linkId = answer.result?.linkId;
    this.current = 0;
    this.isLoading = false;
  }
}
