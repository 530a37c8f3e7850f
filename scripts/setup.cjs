'use strict';

// Runs on whatever Node the host has, before anything is installed: no dependencies, no TypeScript.
//
//   node scripts/setup.cjs                     install what package-lock.json asks for, if it changed
//   node scripts/setup.cjs <script> [args...]  the same, then run the script on the pinned Node
//
// The second form exists because of `a && b` in a shell that remembers where it found `node`: dash would run
// b on the host's Node although a has just installed the pinned one.

const { spawn, spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { constants } = require('node:os');
const { join, resolve } = require('node:path');

const BOOTSTRAP = [20, 19];
const WITHOUT_PINNED = [22, 19];

const root = resolve(__dirname, '..');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.billwright-setup');

function fail(message) {
  process.stderr.write(`set-up: ${message}\n`);
  process.exit(1);
}

function older(version, [major, minor]) {
  const [itsMajor = 0, itsMinor = 0] = version.split('.').map(Number);
  return itsMajor < major || (itsMajor === major && itsMinor < minor);
}

/** The folder under node_modules in which the pinned Node of this platform is, or undefined if none is published. */
function pinnedPackage() {
  const optional = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).optionalDependencies || {};
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  return name in optional ? name : undefined;
}

function checkNode(pinned) {
  const version = process.versions.node;
  if (older(version, BOOTSTRAP)) {
    fail(`Node ${version} is too old to start with; install Node ${BOOTSTRAP.join('.')} or newer.`);
  }
  if (!pinned && older(version, WITHOUT_PINNED)) {
    fail(
      `no pinned Node is published for ${process.platform}-${process.arch}, so the installed one is used, and ` +
        `${version} is too old for that; install Node ${WITHOUT_PINNED.join('.')} or newer.`,
    );
  }
}

function lockHash() {
  const lock = join(root, 'package-lock.json');
  if (!existsSync(lock)) fail(`${lock} is missing; restore it from version control.`);
  return createHash('sha256').update(readFileSync(lock)).digest('hex');
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8').trim() : '';
}

/** True if somebody has already run npm ci by hand; npm keeps what it installed in a lock file of its own. */
function installedByHand() {
  const hidden = join(modules, '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const { packages: found } = JSON.parse(readFileSync(hidden, 'utf8'));
  return Object.entries(wanted)
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.link)
    .every(([path, entry]) => (found[path] ? found[path].integrity === entry.integrity : entry.optional));
}

/** npm as it was called (npm_execpath), so that a wrapper or a second npm in PATH is not mixed in. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script)) return { command: process.execPath, first: [script] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', first: [] };
}

function install() {
  process.stderr.write('set-up: installing what package-lock.json names (about a minute) ...\n');
  const { command, first } = npmCommand();
  const args = [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: command.endsWith('.cmd'),
  });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout || ''}${result.stderr || ''}`);
  fail(
    `npm ci failed${result.error ? ` (${result.error.message})` : ''}; the lines above say why. ` +
      'Check the network and the registry settings, then run the same command again.',
  );
}

function pinnedNode(pinned) {
  if (!pinned) return process.execPath;
  const file =
    process.platform === 'win32'
      ? join(modules, pinned, 'bin', 'node.exe')
      : join(modules, pinned, 'bin', 'node');
  if (!existsSync(file)) {
    fail(`${file} is missing although it is installed by package-lock.json; run "npm ci --ignore-scripts".`);
  }
  return file;
}

/** Ends with the script, as the script does. Whoever ends this process ends the script: it never outlives it. */
function run(node, args) {
  const path = `${join(modules, '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH || ''}`;
  const child = spawn(node, args, { stdio: 'inherit', env: { ...process.env, PATH: path } });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // A terminal sends Ctrl-C to both, and a second one would end the script before it has cleaned up.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  child.on('error', (error) => fail(`could not start ${node}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code === null ? 128 + constants.signals[signal] : code));
}

const pinned = pinnedPackage();
checkNode(pinned);
const wanted = lockHash();
if (readStamp() !== wanted) {
  if (!installedByHand()) install();
  writeFileSync(stampFile, `${wanted}\n`);
}
if (process.argv.length > 2) run(pinnedNode(pinned), process.argv.slice(2));
