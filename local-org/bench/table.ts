/** A Markdown table; numbers go to the right. */
export function table(
  title: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [`### ${title}`, '', line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Seconds with two digits. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

export function ratio(value: number, baseline: number): string {
  return `${(value / baseline).toFixed(2)} x`;
}

/** Milliseconds of the best of several rounds: what the machine's other work disturbs least. */
export async function best(rounds: number, body: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await body();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
