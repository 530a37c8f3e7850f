import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import type { Finding, Project } from '../../model.ts';
import { filesBelow, shown } from '../../project/files.ts';
import { packageFile } from '../../../../local-org/src/platform/jar/modules.ts';
import { standardObjectsJar } from '../../project/standard-objects.ts';
import { command } from '../../runner/command.ts';
import { systemTool } from '../../system-tools.ts';
import { planText } from './plan.ts';

const DRIVER = resolve(import.meta.dirname, '..', '..', '..', 'java');
const CLASSES = resolve(DRIVER, '..', '..', 'build', 'second-opinion');

/** Compiles the sources with Salesforce's front end and returns all that it says, false messages included. */
export async function compile(project: Project, sources: readonly string[]): Promise<Finding[]> {
  const compiler = packageFile(
    'prettier-plugin-apex',
    'vendor',
    'apex-ast-serializer',
    'lib',
    'apex-jorje-lsp.jar',
  );
  const objects = standardObjectsJar();
  const types = objects.replace('sobject-types', 'standard-types');
  const jars = [compiler, objects, types];
  const classes = await buildDriver(jars);
  const folder = await mkdtemp(join(tmpdir(), 'billwright-apex-'));
  try {
    const plan = join(folder, 'plan.tsv');
    await writeFile(plan, planText(project, sources));
    const path = [...jars, classes].join(delimiter);
    const args = ['-cp', path, 'SecondOpinion', ...jars, join(DRIVER, 'stubs'), plan];
    const { status, stdout, stderr } = await command(await systemTool('java'), args, { cwd: project.root });
    const lines = stdout.trimEnd().split('\n');
    if (status !== 0 || lines.pop() !== `compiled\t${sources.length}`)
      throw new Error(`${stdout}${stderr}`.trim());
    // A class that others ask for twice reports its errors twice.
    return [...new Set(lines)].map((line) => toFinding(project, line));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function toFinding(project: Project, text: string): Finding {
  const [file = '', line, column, message = ''] = text.split('\t');
  const place = { file: shown(project, file), line: Number(line), column: Number(column) };
  return { ...place, rule: 'compile', severity: 'error', message };
}

/** The driver's classes, compiled again only if its source or a jar is another. */
async function buildDriver(jars: readonly string[]): Promise<string> {
  const sources = filesBelow(DRIVER).filter((file) => file.endsWith('.java'));
  const hash = createHash('sha256');
  for (const jar of jars) hash.update(`${jar} ${statSync(jar).size}`);
  for (const source of sources) hash.update(await readFile(source));
  const classes = join(CLASSES, hash.digest('hex').slice(0, 16));
  if (existsSync(classes)) return classes;
  await mkdir(CLASSES, { recursive: true });
  const draft = await mkdtemp(join(CLASSES, 'draft-'));
  const args = ['-nowarn', '-cp', jars.join(delimiter), '-d', draft, ...sources];
  const { status, stdout, stderr } = await command(await systemTool('javac'), args, { cwd: DRIVER });
  if (status !== 0) throw new Error(`javac cannot compile ${DRIVER}:\n${stdout}${stderr}`);
  await keep(draft, classes);
  return classes;
}

/** Another process may have been quicker; its classes are the same. */
async function keep(draft: string, classes: string): Promise<void> {
  try {
    await rename(draft, classes);
  } catch (error) {
    await rm(draft, { recursive: true });
    if (!existsSync(classes)) throw error;
  }
}
