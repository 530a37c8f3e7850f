/** `BillingReasonTexts`: the one list of reasons, as the package's code sees it. */
import type { CoreModel, ReasonModel } from '../../model/model.ts';
import { reasonLabelName, reasonTextsClassName } from '../../model/naming.ts';
import { from } from './doc.ts';
import type { EmittedClass } from './files.ts';
import { apexDoc, apexString } from './print/text.ts';
import { create, layOut, map, type Expression } from './print/expression.ts';

const labelOf = (reason: string, reader: 'Rep' | 'Admin'): string =>
  `System.Label.${reasonLabelName(reason, reader)}`;

const entry = ({ name, remedy }: ReasonModel): readonly [string, Expression] => [
  apexString(name),
  create('BillingReasonText', labelOf(name, 'Rep'), labelOf(name, 'Admin'), apexString(remedy)),
];

/** The class of all reasons, if there are any. */
export function reasonTextsClass({ reasons }: CoreModel): EmittedClass[] {
  const [first] = reasons;
  if (first === undefined) return [];
  const start = '  public static final Map<String, BillingReasonText> BY_NAME = ';
  const all = map('String', 'BillingReasonText', reasons.map(entry));
  return [
    {
      name: reasonTextsClassName,
      parts: {
        doc: [
          'What people read of each reason why a record takes no part, and what helps.',
          from(first.source),
        ],
        head: `public inherited sharing class ${reasonTextsClassName}`,
        members: [[...apexDoc(['All of them, by name.'], 2), `${start}${layOut(all, 2, start.length, 1)};`]],
      },
    },
  ];
}
