/** BW2205, BW2206: the documentation's own sample bodies must fit what we say of the API. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { OperationModel, SampleModel, Source, SystemModel } from '../../model.ts';
import { operationKey } from '../../naming.ts';
import { bodyCheck, type BodyCheck } from '../../../schema/index.ts';
import { diagnostic, type Rule } from '../rule.ts';

type Parsed = { readonly value: unknown } | { readonly error: string };

function parse(text: string): Parsed {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** Where in the text the last name of a JSON pointer stands; the file's beginning when it can't be found. */
function placeOf(file: string, text: string, problem: string): Source {
  const name = /^(?:\/[^/ ]+)*?\/([A-Za-z_]\w*)(?:\/\d+)* /.exec(problem)?.[1];
  const lines = text.split('\n');
  const wanted = JSON.stringify(name ?? '');
  const index = name === undefined ? -1 : lines.findIndex((line) => line.includes(wanted));
  if (index < 0) return { file, line: 1, column: 1, length: Math.max(1, lines[0]?.length ?? 1) };
  return { file, line: index + 1, column: (lines[index] ?? '').indexOf(wanted) + 1, length: wanted.length };
}

function judge(sample: SampleModel, operation: OperationModel, file: string, check: BodyCheck): Diagnostic[] {
  const parsed = parse(sample.text);
  if ('error' in parsed)
    return [
      diagnostic(
        'BW2205',
        placeOf(file, sample.text, ''),
        `The sample "${sample.name}" is not JSON: ${parsed.error}.`,
        'Emitted classes are tested against it.',
        'Copy the body from the API reference, word for word.',
      ),
    ];
  return check(sample.operation, operation, sample.direction, parsed.value).map((problem) =>
    diagnostic(
      'BW2206',
      placeOf(file, sample.text, problem),
      `The sample "${sample.name}" does not fit ${sample.operation}: ${problem}.`,
      `The documentation (section ${sample.section}) shows this body, so our types of the API must allow it.`,
      'Correct the type of the API; correct the sample only if it is not what the documentation says.',
    ),
  );
}

function ofSystem(system: SystemModel, folder: string): Diagnostic[] {
  if (system.samples.length === 0) return [];
  const check = bodyCheck(system);
  const operations = new Map(
    system.profile.resources.flatMap((resource) =>
      resource.operations.map((operation) => [operationKey(resource, operation), operation] as const),
    ),
  );
  return system.samples.flatMap((sample) => {
    const operation = operations.get(sample.operation);
    return operation
      ? judge(sample, operation, `${folder}/${system.name}/samples/${sample.name}.json`, check)
      : [];
  });
}

export const samples: Rule = {
  check: ({ model, context }) => model.systems.flatMap((system) => ofSystem(system, context.mappingsDir)),
};
