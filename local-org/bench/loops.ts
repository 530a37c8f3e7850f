/** One hot loop, in Apex and in JavaScript as a person would write it. Both give a number, which must be the same. */
export interface Loop {
  readonly name: string;
  readonly apex: string;
  readonly javascript: () => number;
}

const TIMES = 20_000_000;
const FEWER = 2_000_000;
/** As long as a text gets: the heap limit of Apex is not far. */
const LONG = 5_000_000;

function collatz(limit: number): number {
  let steps = 0;
  for (let start = 1; start < limit; start++) {
    let n = start;
    while (n !== 1 && n < 1_000_000) {
      n = n % 2 === 0 ? (n / 2) | 0 : (n * 3 + 1) | 0;
      steps = (steps + 1) | 0;
    }
  }
  return steps;
}

class Counter {
  total = 0;

  add(amount: number): number {
    this.total = (this.total + amount) | 0;
    return this.total;
  }
}

export const LOOPS: readonly Loop[] = [
  {
    name: 'integer arithmetic',
    apex: `Integer run() { Integer sum = 0; for (Integer i = 0; i < ${TIMES}; i++) { sum = sum * 31 + (i ^ 7); } return sum; }`,
    javascript: () => {
      let sum = 0;
      for (let i = 0; i < TIMES; i++) sum = (Math.imul(sum, 31) + (i ^ 7)) | 0;
      return sum;
    },
  },
  {
    name: 'branches and division',
    apex: `Integer run() {
      Integer steps = 0;
      for (Integer start = 1; start < 200000; start++) {
        Integer n = start;
        while (n != 1 && n < 1000000) { n = Math.mod(n, 2) == 0 ? n / 2 : n * 3 + 1; steps++; }
      }
      return steps;
    }`,
    javascript: () => collatz(200_000),
  },
  {
    name: 'string building',
    apex: `Integer run() { String text = ''; for (Integer i = 0; i < ${FEWER}; i++) { if (text.length() > ${LONG}) text = ''; text += 'x' + i; } return text.length(); }`,
    javascript: () => {
      let text = '';
      for (let i = 0; i < FEWER; i++) {
        if (text.length > LONG) text = '';
        text += `x${i}`;
      }
      return text.length;
    },
  },
  {
    name: 'map access',
    apex: `Integer run() {
      Map<String, Integer> counts = new Map<String, Integer>();
      List<String> keys = new List<String>();
      for (Integer i = 0; i < 1000; i++) { keys.add('key' + i); counts.put('key' + i, 0); }
      for (Integer i = 0; i < ${FEWER}; i++) { String key = keys[Math.mod(i, 1000)]; counts.put(key, counts.get(key) + 1); }
      return counts.get('key7');
    }`,
    javascript: () => {
      const counts = new Map<string, number>();
      const keys: string[] = [];
      for (let i = 0; i < 1000; i++) {
        keys.push(`key${i}`);
        counts.set(`key${i}`, 0);
      }
      for (let i = 0; i < FEWER; i++) {
        const key = keys[i % 1000] as string;
        counts.set(key, (counts.get(key) as number) + 1);
      }
      return counts.get('key7') as number;
    },
  },
  {
    name: 'method calls',
    apex: `class Counter { Integer total = 0; Integer add(Integer amount) { total += amount; return total; } }
    Integer run() { Counter counter = new Counter(); for (Integer i = 0; i < ${TIMES}; i++) { counter.add(i); } return counter.total; }`,
    javascript: () => {
      const counter = new Counter();
      for (let i = 0; i < TIMES; i++) counter.add(i);
      return counter.total;
    },
  },
  {
    name: 'list iteration',
    apex: `Integer run() {
      List<Integer> numbers = new List<Integer>();
      for (Integer i = 0; i < 1000000; i++) { numbers.add(i); }
      Integer sum = 0;
      for (Integer round = 0; round < 10; round++) { for (Integer n : numbers) { sum += n; } }
      return sum;
    }`,
    javascript: () => {
      const numbers: number[] = [];
      for (let i = 0; i < 1_000_000; i++) numbers.push(i);
      let sum = 0;
      for (let round = 0; round < 10; round++) for (const n of numbers) sum = (sum + n) | 0;
      return sum;
    },
  },
];
