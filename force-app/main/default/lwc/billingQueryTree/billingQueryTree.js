import { LightningElement, api } from 'lwc';
import treeName from '@salesforce/label/c.BillingQueryTree';
import { openAtFirst, pathsAbove, visibleRows } from './rows';

/** A billing object as a tree that is worked by mouse or keyboard, with the term of a search marked. */
export default class BillingQueryTree extends LightningElement {
  given = [];
  searched = '';
  shown;
  open = new Set();
  focused;
  /** The row to scroll to once it is drawn, and whether to focus it. */
  pending;
  label = { treeName };

  /** BillingQueryNode: path, depth, label, value, kind; each node behind its parent. */
  @api
  get nodes() {
    return this.given;
  }
  set nodes(nodes) {
    this.given = nodes ?? [];
    this.open = new Set(openAtFirst(this.given));
    this.focused = this.given[0]?.path;
    this.openMatch();
  }

  /** What is searched for. */
  @api
  get term() {
    return this.searched;
  }
  set term(term) {
    this.searched = term ?? '';
  }

  /** Path of the node that the search is at; its parents are opened and it is scrolled to. */
  @api
  get current() {
    return this.shown;
  }
  set current(path) {
    this.shown = path;
    this.openMatch();
  }

  get rows() {
    return visibleRows(this.given, this.open, this.searched).map((row) => ({
      ...row,
      tabIndex: row.path === this.focused ? 0 : -1,
      itemClass: `slds-tree__item${row.path === this.shown ? ' current' : ''}`,
      valueClass: `value ${row.kind}`,
    }));
  }

  renderedCallback() {
    if (this.pending === undefined) return;
    const { path, isFocused } = this.pending;
    this.pending = undefined;
    const item = this.itemAt(path);
    item?.scrollIntoView({ block: 'nearest' });
    if (isFocused) item?.focus();
  }

  handleClick(event) {
    this.focused = event.currentTarget.dataset.path;
    this.toggle(this.focused);
  }

  handleKey(event) {
    const { rows } = this;
    const at = rows.findIndex(({ path }) => path === event.currentTarget.dataset.path);
    const move = this.moveFor(event.key, rows, at);
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  }

  /** What a key does at a row; undefined where it does nothing here. */
  moveFor(key, rows, at) {
    const row = rows[at];
    const moves = {
      ArrowDown: () => this.focusOn(rows[at + 1]),
      ArrowUp: () => this.focusOn(rows[at - 1]),
      Home: () => this.focusOn(rows[0]),
      End: () => this.focusOn(rows.at(-1)),
      ArrowRight: () => (row.isParent && !row.isOpen ? this.toggle(row.path) : this.focusOn(rows[at + 1])),
      ArrowLeft: () => (row.isOpen ? this.toggle(row.path) : this.focusOn(this.parentOf(rows, at))),
      Enter: () => this.toggle(row.path),
      ' ': () => this.toggle(row.path),
    };
    return moves[key];
  }

  parentOf(rows, at) {
    return rows
      .slice(0, at)
      .reverse()
      .find(({ level }) => level < rows[at].level);
  }

  focusOn(row) {
    if (row === undefined || row.path === this.focused) return;
    this.focused = row.path;
    this.pending = { path: row.path, isFocused: true };
  }

  toggle(path) {
    const open = new Set(this.open);
    if (!open.delete(path)) open.add(path);
    this.open = open;
  }

  openMatch() {
    if (this.shown === undefined) return;
    this.open = new Set([...this.open, ...pathsAbove(this.given, [this.shown])]);
    this.pending = { path: this.shown, isFocused: false };
  }

  itemAt(path) {
    return [...this.template.querySelectorAll('[role="treeitem"]')].find(
      (item) => item.dataset.path === path,
    );
  }
}
