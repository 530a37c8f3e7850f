import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CLI = resolve(import.meta.dirname, '../../../node_modules/@salesforce/cli/bin/run.js');
const QUIET = {
  SF_AUTOUPDATE_DISABLE: 'true',
  SF_DISABLE_LOG_FILE: 'true',
  SF_DISABLE_TELEMETRY: 'true',
  SF_HIDE_RELEASE_NOTES: 'true',
  SF_HIDE_RELEASE_NOTES_FOOTER: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
  SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
};

export interface CliResult {
  readonly exitCode: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the tests say what they expect
  readonly json: any;
}

/** The real Salesforce CLI, with a home folder of its own. */
export class SalesforceCli {
  readonly #home = mkdtempSync(join(tmpdir(), 'local-org-sf-'));

  /** Runs a command with `--json`. */
  run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> {
    const { PATH = '' } = process.env;
    const options = { cwd: this.#home, env: { PATH, HOME: this.#home, ...QUIET, ...env } };
    return new Promise((done, fail) => {
      execFile(process.execPath, [CLI, ...args, '--json'], options, (error, stdout, stderr) => {
        try {
          done({ exitCode: Number(error?.code ?? 0), json: JSON.parse(stdout) });
        } catch {
          fail(new Error(`sf ${args.join(' ')}: ${stdout}${stderr}`));
        }
      });
    });
  }

  remove(): void {
    rmSync(this.#home, { recursive: true, force: true });
  }
}
