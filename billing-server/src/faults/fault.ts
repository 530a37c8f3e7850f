/** Faults that a request can be answered with, and the text that names them: `status=503`, `latency=50-500`. */
import { malformed } from '../http/problem.ts';

/** How long to wait, in milliseconds. */
export type Latency =
  | { readonly kind: 'fixed'; readonly ms: number }
  | { readonly kind: 'uniform'; readonly from: number; readonly to: number }
  | { readonly kind: 'exponential'; readonly mean: number };

export type Fault =
  | { readonly name: 'latency'; readonly latency: Latency }
  | { readonly name: 'status'; readonly status: number }
  | { readonly name: 'html'; readonly status: number }
  | { readonly name: 'retry-after'; readonly seconds: number }
  | { readonly name: 'slow-body'; readonly ms: number }
  | { readonly name: 'shift-rows'; readonly rows: number }
  | { readonly name: Plain };

/** Faults without a value. */
const PLAIN = [
  'empty',
  'truncated',
  'commit-then-drop',
  'drop-before-commit',
  'shuffle-page',
  'duplicate-delivery',
] as const;
type Plain = (typeof PLAIN)[number];

export type FaultName = Fault['name'];

const MAX_WAIT = 120_000;

/** For people: every form that a fault may be written in. */
export const FAULT_FORMS = [
  'latency=200',
  'latency=50-500',
  'latency=~200',
  'status=400..599',
  'html=400..599',
  'retry-after=2',
  'slow-body=2000',
  'shift-rows=1',
  ...PLAIN,
] as const;

function numberIn(text: string | undefined, least: number, most: number): number | undefined {
  const value = text !== undefined && /^-?\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

function latencyOf(text: string): Latency | undefined {
  if (text.startsWith('~')) {
    const mean = numberIn(text.slice(1), 0, MAX_WAIT);
    return mean === undefined ? undefined : { kind: 'exponential', mean };
  }
  const [first, second] = text.split('-');
  const from = numberIn(first, 0, MAX_WAIT);
  if (from === undefined) return undefined;
  if (second === undefined) return { kind: 'fixed', ms: from };
  const to = numberIn(second, from, MAX_WAIT);
  return to === undefined ? undefined : { kind: 'uniform', from, to };
}

const isPlain = (name: string): name is Plain => PLAIN.some((one) => one === name);

function readOne(text: string): Fault | undefined {
  const [name = '', value = ''] = text.split('=');
  if (isPlain(name)) return value === '' ? { name } : undefined;
  if (name === 'latency') {
    const latency = latencyOf(value);
    return latency && { name, latency };
  }
  if (name === 'status' || name === 'html') {
    const status = numberIn(value, 400, 599);
    return status === undefined ? undefined : { name, status };
  }
  if (name === 'retry-after') {
    const seconds = numberIn(value, 0, 3600);
    return seconds === undefined ? undefined : { name, seconds };
  }
  if (name === 'slow-body') {
    const ms = numberIn(value, 0, MAX_WAIT);
    return ms === undefined ? undefined : { name, ms };
  }
  const rows = name === 'shift-rows' ? numberIn(value === '' ? '1' : value, -50, 50) : undefined;
  return rows === undefined ? undefined : { name: 'shift-rows', rows };
}

/** Reads a list such as `status=429, retry-after=2`. @throws Problem 400 naming the part that is none. */
export function readFaults(text: string): Fault[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts.map((part) => {
    const fault = readOne(part);
    if (fault) return fault;
    throw malformed(`"${part}" is no fault. Faults: ${FAULT_FORMS.join(', ')}.`);
  });
}
