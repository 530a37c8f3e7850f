/** Reads the sample bodies of a system: JSON files, kept word for word. */
import type { ProfileModel, SampleModel, Source } from '../model/model.ts';
import { didYouMean } from '../text/suggest.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';

/** A text file, named relative to the repository. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

const fileName = /^(?<operation>[^.]+\.[^.]+)\.(?<direction>request|response)(?:\.\d+)?$/;
const sectionsFile = 'sections';

export function samplesOf(
  ctx: ReadContext,
  files: readonly TextFile[],
  profile: ProfileModel,
): SampleModel[] {
  const sections = sectionsOf(ctx, files);
  return files
    .filter(({ file }) => stemOf(file) !== sectionsFile)
    .flatMap((file) => sampleOf(ctx, file, profile, sections) ?? []);
}

const stemOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.json$/, '');

function sectionsOf(ctx: ReadContext, files: readonly TextFile[]): ReadonlyMap<string, string> {
  const index = files.find(({ file }) => stemOf(file) === sectionsFile);
  const value = index && parse(ctx, index)?.value;
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function sampleOf(
  ctx: ReadContext,
  file: TextFile,
  profile: ProfileModel,
  sections: ReadonlyMap<string, string>,
): SampleModel | undefined {
  const name = stemOf(file.file);
  if (parse(ctx, file) === undefined) return undefined;
  const parts = fileName.exec(name)?.groups;
  const operation = parts?.['operation'];
  const direction = parts?.['direction'];
  const keys = operationKeys(profile);
  if (operation === undefined || !keys.includes(operation))
    return reportOperation(ctx, file, operation, keys);
  const section = sections.get(name);
  if (section === undefined) return reportSection(ctx, file, name);
  return {
    name,
    operation,
    direction: direction === 'request' ? 'request' : 'response',
    section,
    text: file.text,
  };
}

const operationKeys = (profile: ProfileModel): string[] =>
  profile.resources.flatMap(({ name, operations }) => operations.map((one) => `${name}.${one.name}`));

/** The value of a JSON text, in an object because it may be null; undefined where it isn't JSON. */
function parse(ctx: ReadContext, { file, text }: TextFile): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    ctx.report(codes.sampleNotJson, placeOf(file, text, message), {
      what: `This is not JSON: ${message}.`,
      why: 'Samples are read by the tests of the emitted classes and by the billing server.',
      fix: 'Copy the sample from the reference again.',
    });
    return undefined;
  }
}

/** The place that the parser names, or the end of the text. */
function placeOf(file: string, text: string, message: string): Source {
  const position = /at position (\d+)/.exec(message)?.[1];
  const before = text.slice(0, position === undefined ? text.trimEnd().length : Number(position));
  const lines = before.split('\n');
  return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, length: 1 };
}

const wholeFile = (file: string): Source => ({ file, line: 1, column: 1, length: 1 });

function reportOperation(
  ctx: ReadContext,
  { file }: TextFile,
  operation: string | undefined,
  keys: readonly string[],
): undefined {
  const expected = 'Name the file Resource.operation.request.json or Resource.operation.response.json.';
  ctx.report(codes.sampleWithoutOperation, wholeFile(file), {
    what:
      operation === undefined
        ? "The sample's file name names no operation."
        : `The endpoint profile has no "${operation}".`,
    why: 'A sample shows the body of one operation, and is tested against its type.',
    fix: operation === undefined ? expected : didYouMean(operation, keys, expected),
  });
}

function reportSection(ctx: ReadContext, { file }: TextFile, name: string): undefined {
  ctx.report(codes.sampleWithoutSection, wholeFile(file), {
    what: 'Nothing says where the sample is from.',
    why: 'The reference shows each sample with the section that it was copied from.',
    fix: `Add "${name}" with its section to sections.json beside it.`,
  });
}
