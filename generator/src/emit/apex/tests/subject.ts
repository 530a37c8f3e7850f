/** What the tests of one mapper are about, and the statements that all of them are made of. */
import type { CoreModel, RowModel, SystemModel } from '../../../model/model.ts';
import { pathText } from '../path.ts';
import type { Statement } from '../print/class.ts';
import { assign, declare, run } from '../print/class.ts';
import type { Expression } from '../print/expression.ts';
import { call, create } from '../print/expression.ts';
import { apexString } from '../print/text.ts';
import type { Scenario } from './scenario.ts';
import type { FieldValue } from './values.ts';

export interface Subject {
  readonly core: CoreModel;
  readonly system: SystemModel;
  readonly scenario: Scenario;
  readonly mapper: string;
}

export const token = (object: string, field: string): string => `Schema.${object}.${field}`;

/** The comparison comes to this outcome. */
export const outcome = (name: string): Statement =>
  run(call('BillingTestData.demandOutcome', `BillingOutcome.${name}`, 'comparison'));

/** The comparison is blocked for this reason. */
export const demandReason = (name: string): Statement =>
  run(call('BillingTestData.demandReason', apexString(name), 'comparison'));

export const compare: Statement = declare('BillingComparison', 'comparison', call('compare', 'pair'));

export const pairOfBoth: Statement = declare(
  'BillingPair',
  'pair',
  create('BillingPair', call('record'), call('billing')),
);

/** Puts what goes to Salesforce into the record. */
export const applyToRecord = ({ mapper }: Subject): Statement =>
  run(call(`new ${mapper}().applyTo`, 'pair.record', 'comparison'));

export const demandInRecord = ({ scenario }: Subject, row: RowModel, value: Expression): Statement =>
  run(call('BillingTestData.demandIn', token(scenario.mapping.object, row.field), value, 'pair.record'));

export function setInRecord({ scenario }: Subject, field: string, value: FieldValue | undefined): Statement {
  const object = scenario.mapping.object;
  return assign(
    'pair.record',
    call('BillingTestData.change', 'pair.record', token(object, field), value?.apex ?? 'null'),
  );
}

export const setInBilling = (row: RowModel, value: Expression): Statement =>
  run(call('BillingTestData.putAt', apexString(pathText(row.path)), value, 'pair.billing'));
