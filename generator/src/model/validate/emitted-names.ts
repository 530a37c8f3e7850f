/** BW2302, BW2303 over what was emitted: the names that emitters made up themselves, such as those of test classes. */
import type { Diagnostic } from '../diagnostics.ts';
import { maxApiName } from '../naming.ts';
import { diagnostic } from './rule.ts';

interface Component {
  readonly type: string;
  readonly name: string;
}
/** What a check of names must know of an emitted file. */
interface NamedFile {
  readonly path: string;
  readonly component?: Component;
  readonly parts?: readonly Component[];
}

const placeOf = (path: string) => ({ file: path, line: 1, column: 1, length: 1 });
const keyOf = ({ type, name }: Component): string => `${type} ${name}`.toLowerCase();

function collision(path: string, { type, name }: Component, other: string): Diagnostic {
  return diagnostic(
    'BW2303',
    placeOf(path),
    `The ${type} "${name}" would exist twice: here and as ${other}.`,
    'A name is unique in the namespace; upper and lower case are the same.',
    'Rename one of the two, or give the system another prefix.',
  );
}

/** What a file brings into the namespace: a file of labels the labels, and not itself, for another folder may have one. */
const namesIn = ({ component, parts }: NamedFile): readonly Component[] =>
  parts ?? (component ? [component] : []);

/** A component may be two files, such as a class and its metadata; then their paths differ in nothing else. */
function collisions(files: readonly NamedFile[], handWritten: readonly Component[]): Diagnostic[] {
  const seen = new Map(handWritten.map((one) => [keyOf(one), `hand-written "${one.name}"`]));
  return files.flatMap((file) =>
    namesIn(file).flatMap((component) => {
      const stem = file.path.replace(/-meta\.xml$/, '');
      const other = seen.get(keyOf(component));
      seen.set(keyOf(component), other ?? stem);
      return other === undefined || other === stem ? [] : [collision(file.path, component, other)];
    }),
  );
}

function longClasses(files: readonly NamedFile[]): Diagnostic[] {
  return files.flatMap(({ path, component }) => {
    if (component?.type !== 'ApexClass' || !path.endsWith('.cls') || component.name.length <= maxApiName)
      return [];
    return [
      diagnostic(
        'BW2302',
        placeOf(path),
        `The class "${component.name}" has ${component.name.length} characters.`,
        `A class name has at most ${maxApiName}.`,
        'Shorten the name of the type, resource or mapping that it is made from.',
      ),
    ];
  });
}

/** What is wrong with the names of emitted components, among themselves and beside those of people. */
export function checkEmittedNames(
  files: readonly NamedFile[],
  handWritten: readonly Component[],
): Diagnostic[] {
  return [...collisions(files, handWritten), ...longClasses(files)];
}
