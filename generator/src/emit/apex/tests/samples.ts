/** Tests that the documented bodies go through the type classes with nothing lost. */
import type { OperationModel, SampleModel, SystemModel } from '../../../model/model.ts';
import { camelCase, operationKey, typeClassName } from '../../../model/naming.ts';
import type { EmittedClass } from '../files.ts';
import { answerOf } from '../apis.ts';
import { apart, declare, run } from '../print/class.ts';
import { call } from '../print/expression.ts';
import { sampleCall, samplesClassName } from '../samples.ts';
import { testClass, testMethod } from './shared.ts';

function operationOf(system: SystemModel, sample: SampleModel): OperationModel | undefined {
  for (const resource of system.profile.resources) {
    const found = resource.operations.find((one) => operationKey(resource, one) === sample.operation);
    if (found) return found;
  }
  return undefined;
}

/** The class that reads the body. A list's body is no object of its items' class. */
function classOf(system: SystemModel, sample: SampleModel): string {
  const operation = operationOf(system, sample);
  if (operation === undefined) return 'BillingJson';
  if (sample.direction === 'request' && operation.request)
    return typeClassName(system, operation.request.type);
  const answer = answerOf(system, operation);
  return answer.kind === 'object' ? answer.className : 'BillingJson';
}

/** The test of the documented bodies, if there are any that are objects. */
export function samplesTest(system: SystemModel): EmittedClass[] {
  const samples = system.samples.filter(({ text }) => text.trimStart().startsWith('{'));
  if (samples.length === 0) return [];
  const members = samples.map((sample) => {
    const text = sampleCall(system, sample);
    const read = call('BillingJson.parse', text, `${classOf(system, sample)}.class`);
    return testMethod(`${camelCase(sample.name)}IsKeptWhole`, [
      declare('BillingJson', 'body', read),
      apart(run(call('BillingTestData.demandJson', text, call('body.toJson')))),
    ]);
  });
  return [testClass(samplesClassName(system), members)];
}
