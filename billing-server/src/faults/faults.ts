/** Decides which faults a call meets, and counts them, so that a test can assert what was injected. */
import { invalid } from '../http/problem.ts';
import { readFaults, type Fault, type FaultName, type Latency } from './fault.ts';
import { seededRandom } from './random.ts';

/** A standing order to inject a fault. */
export interface FaultRule {
  /** Id of an operation, or `*`. */
  readonly operation: string;
  /** As in the header: `status=503, retry-after=1`. */
  readonly fault: string;
  /** From 0 to 1. */
  readonly probability: number;
  /** How often at most; without limit where absent. */
  readonly times?: number;
}

interface ActiveRule {
  readonly rule: FaultRule;
  readonly faults: readonly Fault[];
  left: number;
}

/** What one call meets, at most one fault of each name. */
export class FaultPlan {
  readonly #faults: ReadonlyMap<FaultName, Fault>;

  constructor(faults: readonly Fault[]) {
    this.#faults = new Map(faults.map((fault) => [fault.name, fault]));
  }

  get<Name extends FaultName>(name: Name): Extract<Fault, { name: Name }> | undefined {
    return this.#faults.get(name) as Extract<Fault, { name: Name }> | undefined;
  }

  has(name: FaultName): boolean {
    return this.#faults.has(name);
  }

  get names(): readonly FaultName[] {
    return [...this.#faults.keys()];
  }
}

const NONE = new FaultPlan([]);

/** The rules, the seed and the counts. */
export class Faults {
  #seed: number;
  #random: () => number;
  #rules: ActiveRule[] = [];
  readonly #counts = new Map<string, number>();

  constructor(seed: number) {
    this.#seed = seed;
    this.#random = seededRandom(seed);
  }

  /** Starts the random numbers again. */
  reseed(seed: number): void {
    this.#seed = seed;
    this.#random = seededRandom(seed);
  }

  get seed(): number {
    return this.#seed;
  }

  /** @throws Problem 400 or 422 where the rule is wrong. */
  add(rule: FaultRule): void {
    if (!(rule.probability >= 0 && rule.probability <= 1))
      throw invalid('probability must be a number from 0 to 1.');
    this.#rules.push({ rule, faults: readFaults(rule.fault), left: rule.times ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.#rules = [];
    this.#counts.clear();
  }

  get rules(): readonly FaultRule[] {
    return this.#rules.map(({ rule }) => rule);
  }

  /** How often each fault was injected: `BillingAccount.create status=503`. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#counts].sort(([one], [other]) => one.localeCompare(other)));
  }

  /** What a call of the operation meets. */
  plan(operation: string, header: string | undefined): FaultPlan {
    if (header === undefined && this.#rules.length === 0) return NONE;
    const fromRules = this.#rules
      .filter((active) => this.#applies(active, operation))
      .flatMap(({ faults }) => faults);
    const faults = [...fromRules, ...(header === undefined ? [] : readFaults(header))];
    for (const fault of faults) this.#count(operation, fault);
    return new FaultPlan(faults);
  }

  #applies(active: ActiveRule, operation: string): boolean {
    const { rule } = active;
    if (rule.operation !== '*' && rule.operation !== operation) return false;
    if (active.left <= 0 || this.#random() >= rule.probability) return false;
    active.left -= 1;
    return true;
  }

  #count(operation: string, fault: Fault): void {
    const name = `${operation} ${'status' in fault ? `${fault.name}=${fault.status}` : fault.name}`;
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** Milliseconds to wait. */
  wait(latency: Latency): number {
    if (latency.kind === 'fixed') return latency.ms;
    if (latency.kind === 'uniform') return latency.from + this.#random() * (latency.to - latency.from);
    return -Math.log(1 - this.#random()) * latency.mean;
  }

  /** The same members in another order. */
  shuffle<Item>(items: readonly Item[]): Item[] {
    const result = [...items];
    for (let last = result.length - 1; last > 0; last -= 1) {
      const other = Math.floor(this.#random() * (last + 1));
      [result[last], result[other]] = [result[other] as Item, result[last] as Item];
    }
    return result;
  }
}
