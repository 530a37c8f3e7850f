import { LightningElement } from 'lwc';
import { onServerEvent } from 'host/events';
import { getJson } from 'host/http';
import { messageOf } from 'host/messages';

const MOST = 200;
const DATA = 'localOrg.dataRequests';

/** What the server did for this page: Apex, queries, writes, callouts and what they cost of the limits. */
export default class Drawer extends LightningElement {
  entries = [];
  openNumbers = [];
  hasData = window.localStorage.getItem(DATA) === 'shown';
  problem;

  connectedCallback() {
    this.end = onServerEvent('log', (entry) => this.add([entry].flat()));
    this.load();
  }

  disconnectedCallback() {
    this.end();
  }

  async load() {
    try {
      const found = await getJson('/local/log?after=0');
      this.add(Array.isArray(found) ? found : found.entries);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  add(entries) {
    const known = new Map(this.entries.map((entry) => [entry.n, entry]));
    for (const entry of entries) known.set(entry.n, entry);
    this.entries = [...known.values()].sort((one, other) => other.n - one.n).slice(0, MOST);
  }

  get rows() {
    return this.shown.map((entry) => ({ ...viewOf(entry), isOpen: this.openNumbers.includes(entry.n) }));
  }

  /** A page makes many requests for records; what Apex does is what people look for. */
  get shown() {
    return this.entries.filter(({ kind, ok }) => this.hasData || kind !== 'ui-api' || !ok);
  }

  get isEmpty() {
    return this.shown.length === 0 && !this.problem;
  }

  handleToggle(event) {
    const n = Number(event.currentTarget.dataset.n);
    this.openNumbers = this.openNumbers.includes(n)
      ? this.openNumbers.filter((other) => other !== n)
      : [...this.openNumbers, n];
  }

  handleData(event) {
    this.hasData = event.target.checked;
    window.localStorage.setItem(DATA, this.hasData ? 'shown' : 'hidden');
  }

  handleClear() {
    this.entries = [];
  }

  handleClose() {
    this.dispatchEvent(new CustomEvent('close'));
  }
}

const KINDS = { apex: 'Apex', 'ui-api': 'Data', rest: 'API', job: 'Job' };

function viewOf(entry) {
  const { n, at, kind, label, milliseconds, ok, error, user } = entry;
  const [soql, dml, callouts] = [entry.soql ?? [], entry.dml ?? [], entry.callouts ?? []];
  return {
    n,
    kind: KINDS[kind] ?? kind,
    label,
    user,
    error,
    time: new Date(at).toLocaleTimeString(),
    took: `${Math.round(milliseconds)} ms`,
    dotClass: ok ? 'dot good' : 'dot bad',
    state: ok ? 'succeeded' : 'failed',
    counts: countsOf({ soql, dml, callouts }),
    soql: soql.map((query, key) => ({ key, text: query.text, note: noteOf(query.rows, query.milliseconds) })),
    dml: dml.map((write, key) => ({
      key,
      text: `${write.operation} ${write.object}`,
      note: noteOf(write.rows),
    })),
    callouts: callouts.map((call, key) => ({
      key,
      text: `${call.method} ${call.url}`,
      note: `${call.status}, ${Math.round(call.milliseconds)} ms`,
    })),
    hasSoql: soql.length > 0,
    hasDml: dml.length > 0,
    hasCallouts: callouts.length > 0,
    limits: limitsOf(entry.limits ?? {}),
  };
}

function noteOf(rows, milliseconds) {
  const text = rows === 1 ? '1 row' : `${rows} rows`;
  return milliseconds === undefined ? text : `${text}, ${Math.round(milliseconds)} ms`;
}

function countsOf({ soql, dml, callouts }) {
  const parts = [
    [soql.length, 'SOQL'],
    [dml.length, 'DML'],
    [callouts.length, callouts.length === 1 ? 'callout' : 'callouts'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(' · ');
}

function limitsOf(limits) {
  return Object.entries(limits)
    .filter(([, { used }]) => used > 0)
    .map(([name, { used, max }]) => ({
      name,
      text: `${used.toLocaleString()} of ${max.toLocaleString()}`,
      percent: Math.min(100, Math.round((used / max) * 100)),
    }));
}
