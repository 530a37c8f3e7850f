import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOrg } from '../src/index.ts';
import { LOOPS } from './loops.ts';
import { best, ratio, seconds, table } from './table.ts';

const ROUNDS = 3;

/** Apex beside JavaScript that a person wrote for the same. @throws Error when their results differ */
export async function loopSpeed(): Promise<string> {
  const project = mkdtempSync(join(tmpdir(), 'local-org-bench-'));
  const org = createOrg({ project, packageDirectories: ['.'], cache: null });
  try {
    const rows = [];
    for (const loop of LOOPS) {
      const code = `${loop.apex}\nSystem.debug(run());`;
      let result = '';
      const apex = await best(ROUNDS, () => {
        const execution = org.execute(code);
        if (!execution.success) throw new Error(`${loop.name}: ${JSON.stringify(execution)}`);
        result = execution.log[0]?.text ?? '';
      });
      let expected = 0;
      const javascript = await best(ROUNDS, () => (expected = loop.javascript()));
      if (result !== String(expected))
        throw new Error(`${loop.name}: Apex gave ${result}, JavaScript ${expected}`);
      rows.push([loop.name, seconds(apex), seconds(javascript), ratio(apex, javascript)]);
    }
    return table('Hot loops', ['loop', 'Apex', 'JavaScript', 'ratio'], rows);
  } finally {
    await org.close();
    rmSync(project, { recursive: true });
  }
}
