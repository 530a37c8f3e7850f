/** Tests of the callout classes: each operation's method, path, headers, body and answer. */
import type {
  OperationModel,
  ProfileModel,
  ResourceModel,
  SampleModel,
  SystemModel,
} from '../../../model/model.ts';
import {
  apexMethodName,
  apiClassName,
  operationKey,
  systemClassName,
  typeClassName,
} from '../../../model/naming.ts';
import type { Answer } from '../apis.ts';
import { answerOf } from '../apis.ts';
import type { EmittedClass } from '../files.ts';
import type { Member, Statement } from '../print/class.ts';
import { apart, declare, run } from '../print/class.ts';
import type { Expression } from '../print/expression.ts';
import { call, cast, create } from '../print/expression.ts';
import { apexString } from '../print/text.ts';
import { sampleCall } from '../samples.ts';
import { areEqual, isNotNull, testClass, testMethod } from './shared.ts';

const probe = '{"probe":true}';

function sampleFor(
  system: SystemModel,
  operation: string,
  direction: SampleModel['direction'],
): SampleModel | undefined {
  return system.samples.find((sample) => sample.operation === operation && sample.direction === direction);
}

/** An answer of one item, where this API puts its items. */
function pageText({ paging }: ProfileModel): string {
  if (paging.style === 'numbered') return `[${probe}]`;
  const names = paging.items.split('.');
  return names.reduceRight((inner, name) => `{${JSON.stringify(name)}:${inner}}`, `[${probe}]`);
}

function answerText(system: SystemModel, answer: Answer, sample: SampleModel | undefined): Expression {
  if (answer.kind === 'page') return apexString(pageText(system.profile));
  if (answer.kind === 'file') return apexString('%PDF');
  if (answer.kind === 'nothing') return apexString('');
  return sample === undefined ? apexString(probe) : sampleCall(system, sample);
}

const pathValue = (name: string): string => `${name.replace(/[^A-Za-z0-9]/g, '')}1`;

function bodyStatements(system: SystemModel, operation: OperationModel, text: Expression): Statement[] {
  if (!operation.request) return [];
  const className = typeClassName(system, operation.request.type);
  return [declare(className, 'body', cast(className, call('BillingJson.parse', text, `${className}.class`)))];
}

function answerChecks(answer: Answer, operation: OperationModel, text: Expression): Statement[] {
  switch (answer.kind) {
    case 'nothing':
      return [];
    case 'any':
      return [run(isNotNull('answer', 'The answer is given back.'))];
    case 'file':
      return [
        run(areEqual(apexString('%PDF'), call('answer.content.toString'), 'The file is given back.')),
        run(
          areEqual(
            apexString(operation.contentType ?? '*/*'),
            call('sent.getHeader', "'Accept'"),
            'The file is asked for by its type.',
          ),
        ),
      ];
    case 'object':
      return [run(call('BillingTestData.demandJson', text, call('answer.toJson')))];
    case 'page':
      return [
        declare(`List<${answer.of}>`, 'items', cast(`List<${answer.of}>`, 'answer.items')),
        run(areEqual('1', call('items.size'), 'The items are given back.')),
        run(areEqual('false', call('answer.hasMore'), 'There is no other page.')),
      ];
  }
}

const answerType = (answer: Answer): string => {
  if (answer.kind === 'object') return answer.className;
  return { page: 'BillingPage', file: 'BillingFileResponse', any: 'Object', nothing: '' }[answer.kind];
};

function operationTest(system: SystemModel, resource: ResourceModel, operation: OperationModel): Member {
  const key = operationKey(resource, operation);
  const answer = answerOf(system, operation);
  const template = system.profile.basePath + operation.path;
  const path = operation.pathParameters.reduce(
    (text, name) => text.replace(`{${name}}`, pathValue(name)),
    template,
  );
  const request = sampleFor(system, key, 'request');
  const sent: Expression = request === undefined ? apexString(probe) : sampleCall(system, request);
  const text = answerText(system, answer, sampleFor(system, key, 'response'));
  const args: Expression[] = [
    ...operation.pathParameters.map((name) => apexString(pathValue(name))),
    ...(operation.request ? ['body'] : []),
    ...(operation.kind === 'list' ? ['null'] : []),
  ];
  const asked = call(`api.${apexMethodName(operation)}`, ...args);
  const checks = [
    ...(operation.request ? [run(call('mock.demandBody', sent))] : []),
    ...answerChecks(answer, operation, text),
  ];
  const demanded = call('mock.demandOnly', apexString(operation.method), apexString(path));
  return testMethod(`${apexMethodName(operation)}GoesToItsEndpoint`, [
    run(
      call(
        'BillingTestData.addEndpoint',
        ...[system.name, key, operation.method, template].map((one) => apexString(one)),
      ),
    ),
    declare('BillingHttpMock', 'mock', call('BillingHttpMock.install')),
    run(call('mock.answer', apexString(operation.method), apexString(path), '200', text)),
    declare(
      apiClassName(system, resource),
      'api',
      create(apiClassName(system, resource), call('BillingTestData.client', create(systemClassName(system)))),
    ),
    ...bodyStatements(system, operation, sent),
    apart(answer.kind === 'nothing' ? run(asked) : declare(answerType(answer), 'answer', asked)),
    apart(answer.kind === 'file' ? declare('System.HttpRequest', 'sent', demanded) : run(demanded)),
    ...checks,
  ]);
}

/** The tests of a system's callout classes. */
export const apiTests = (system: SystemModel): EmittedClass[] =>
  system.profile.resources.map((resource) =>
    testClass(
      apiClassName(system, resource),
      resource.operations.map((operation) => operationTest(system, resource, operation)),
    ),
  );
