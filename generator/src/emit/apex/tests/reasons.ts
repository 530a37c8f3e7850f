/** Test of the class of all reasons. */
import type { CoreModel } from '../../../model/model.ts';
import { reasonLabelName, reasonTextsClassName } from '../../../model/naming.ts';
import type { EmittedClass } from '../files.ts';
import { apart, declare, run } from '../print/class.ts';
import { apexString } from '../print/text.ts';
import { areEqual, testClass, testMethod } from './shared.ts';

const all = `${reasonTextsClassName}.BY_NAME`;

/** All reasons are there, and one that stands for the rest is as it was declared. */
export function reasonTextsTest({ reasons }: CoreModel): EmittedClass[] {
  const [first] = reasons;
  if (first === undefined) return [];
  const label = (reader: 'Rep' | 'Admin') => `System.Label.${reasonLabelName(first.name, reader)}`;
  return [
    testClass(reasonTextsClassName, [
      testMethod('eachReasonIsThere', [
        run(areEqual(String(reasons.length), `${all}.size()`, 'Each reason has its texts.')),
      ]),
      testMethod('reasonIsAsDeclared', [
        declare('BillingReasonText', 'reason', `${all}.get(${apexString(first.name)})`),
        apart(run(areEqual(label('Rep'), 'reason.rep', 'A rep reads the label.'))),
        run(areEqual(label('Admin'), 'reason.admin', 'An admin reads the label.')),
        run(areEqual(apexString(first.remedy), 'reason.remedy', 'The remedy is that of the list.')),
      ]),
    ]),
  ];
}
