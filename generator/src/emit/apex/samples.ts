/** `<Prefix>Samples`: the bodies that the API's own documentation shows, word for word, for tests. */
import type { SampleModel, SystemModel } from '../../model/model.ts';
import { camelCase } from '../../model/naming.ts';
import type { EmittedClass } from './files.ts';
import { give, method } from './print/class.ts';
import type { Expression } from './print/expression.ts';
import { call, list } from './print/expression.ts';
import { apexString } from './print/text.ts';

export const samplesClassName = (system: SystemModel): string => `${system.prefix}Samples`;

/** The call that gives a sample. */
export const sampleCall = (system: SystemModel, sample: SampleModel): Expression =>
  call(`${samplesClassName(system)}.${camelCase(sample.name)}`);

/** Lines of a text as one Apex value. */
export const linesOf = (text: string): Expression => list('String', text.split('\n').map(apexString));

/** The class of samples, if there are any. */
export function samplesClass(system: SystemModel): EmittedClass[] {
  if (system.samples.length === 0) return [];
  const name = samplesClassName(system);
  const members = system.samples.map((sample) =>
    method({
      doc: [`${sample.operation}, ${sample.direction}: section ${sample.section} of the API reference.`],
      modifiers: 'public static',
      returns: 'String',
      name: camelCase(sample.name),
      statements: [give(call('String.join', linesOf(sample.text), "'\\n'"))],
    }),
  );
  const doc = [`Bodies that the documentation of ${system.label} shows, word for word.`];
  return [{ name, parts: { doc, annotations: ['@IsTest'], head: `public class ${name}`, members } }];
}
