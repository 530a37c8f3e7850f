import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Written before the first data and taken away behind them: the next start sees that half of them are missing. */
const UNFINISHED = 'unfinished';
const DEMO = 'demo';
const DATABASE = /^(?:billing|org)\.sqlite(?:-wal|-shm|-journal)?$/;
/** How the copies of scripts are called; see `demoScripts`. */
const SCRIPT = /^\d\d-[\w-]+\.apex$/;
/** What file managers leave in every folder that they have shown. */
const DROPPINGS = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);
/** Names of other things that a message lists. */
const MOST_NAMES = 3;

/** The folder can't hold the data; the message says why and the way out. */
export class FolderError extends Error {}

/**
 * The folder that keeps the data between runs. It belongs to `npm start` alone: nothing is written beside other things,
 * and nothing goes but what `npm start` has made.
 */
export class DataFolder {
  readonly path: string;
  readonly billing: string;
  readonly org: string;
  /** For copies of the demo data's scripts. */
  readonly demo: string;

  /** @param path absolute */
  constructor(path: string) {
    this.path = path;
    this.billing = join(path, 'billing.sqlite');
    this.org = join(path, 'org.sqlite');
    this.demo = join(path, DEMO);
  }

  /**
   * Makes the folder ready for a start, which goes on with the data that are there or begins anew. Throws `FolderError`,
   * and has changed nothing then.
   */
  open(isReset: boolean): 'new' | 'kept' | 'wasUnfinished' {
    return inWords(this.path, () => {
      const names = this.#names();
      const isUnfinished = names.includes(UNFINISHED);
      const databases = [this.billing, this.org].filter((file) =>
        names.some((name) => file === join(this.path, name)),
      );
      const isKept = databases.length > 0 && !isReset && !isUnfinished;
      if (isKept && databases.length === 1) throw this.#halfOf(databases[0] as string);
      if (!isKept) this.#refuseOthers(names, isReset);
      mkdirSync(this.path, { recursive: true });
      accessSync(this.path, constants.R_OK | constants.W_OK | constants.X_OK);
      for (const file of databases) this.#checkFile(file);
      if (isKept) return 'kept';
      writeFileSync(join(this.path, UNFINISHED), '');
      this.#clear((name) => name !== UNFINISHED);
      return isUnfinished && !isReset ? 'wasUnfinished' : 'new';
    });
  }

  /** The first data are all there. */
  finish(): void {
    rmSync(join(this.path, UNFINISHED), { force: true });
  }

  /** Takes away what a start has made that did not succeed. */
  abandon(): void {
    this.#clear(() => true);
    if (readdirSync(this.path).length === 0) rmdirSync(this.path);
  }

  /** None where the folder does not exist yet. */
  #names(): string[] {
    try {
      return readdirSync(this.path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  #clear(goes: (name: string) => boolean): void {
    for (const name of readdirSync(this.path)) {
      if (goes(name) && this.#isOwn(name)) rmSync(join(this.path, name), { recursive: true });
    }
  }

  #refuseOthers(names: readonly string[], isReset: boolean): void {
    const others = names.filter((name) => !this.#isOwn(name) && !DROPPINGS.has(name));
    if (others.length === 0) return;
    const holds = `${this.path} holds ${listed(others)}`;
    throw new FolderError(
      isReset
        ? `--reset takes away only what npm start has made, but ${holds}. Nothing was deleted. Move that elsewhere, or name another folder with --folder.`
        : `The data need a folder of their own, but ${holds}. Name a new or an empty one with --folder.`,
    );
  }

  #isOwn(name: string): boolean {
    const path = join(this.path, name);
    const kind = lstatSync(path);
    if (name === DEMO && kind.isDirectory()) return readdirSync(path).every((script) => SCRIPT.test(script));
    return kind.isFile() && (name === UNFINISHED || DATABASE.test(name));
  }

  #halfOf(file: string): FolderError {
    const missing = file === this.org ? this.billing : this.org;
    return new FolderError(
      `${missing} is missing, and ${file} alone is half of the data. "npm start -- --reset" begins anew.`,
    );
  }

  /** Both files are written, and only by one process at a time. */
  #checkFile(file: string): void {
    accessSync(file, constants.R_OK | constants.W_OK);
    if (isInUse(file)) {
      throw new FolderError(
        `${this.path} is in use by another npm start. End that one, or name another folder with --folder.`,
      );
    }
  }
}

/** The billing server holds its file as long as it runs; what is no database at all is told by whoever opens it. */
function isInUse(file: string): boolean {
  const database = new DatabaseSync(file);
  try {
    database.exec('BEGIN IMMEDIATE; ROLLBACK');
    return false;
  } catch (error) {
    return /locked|busy/i.test(String(error));
  } finally {
    database.close();
  }
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function inWords<T>(path: string, body: () => T): T {
  try {
    return body();
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    if (reason === undefined) throw error;
    throw new FolderError(
      `The data can't be kept in ${path}: ${reason}. Name another folder with --folder.`,
      {
        cause: error,
      },
    );
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTDIR: 'it is no folder, or lies in what is none',
  EEXIST: 'it is no folder',
  ENOENT: 'it can’t be made there',
  EACCES: 'this user may not read and write there',
  EPERM: 'this user may not read and write there',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
  ELOOP: 'it is a link that leads nowhere',
  ENAMETOOLONG: 'its name is too long',
};
