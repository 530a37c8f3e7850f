/** BW2405, BW2406: roll-up summaries and formulas over fields that exist. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { FieldModel } from '../../model.ts';
import { didYouMean } from '../../../text/suggest.ts';
import { ownFields, type Facts, type OwnField } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

function flawOfSummary(
  { model, objects }: Facts,
  object: string,
  summary: NonNullable<FieldModel['summary']>,
): string | undefined {
  const { of, through, field, operation, where } = summary;
  const detail = objects.get(of);
  const master = model.core.objects
    .find(({ name }) => name === of)
    ?.fields.find(({ name }) => name === through);
  if (!detail) return `there is no object "${of}"`;
  if (master?.type !== 'MasterDetail' || master.target !== object)
    return `"${through}" is no master-detail field of ${of} that leads to ${object}`;
  if ((operation === 'count') !== (field === undefined))
    return operation === 'count' ? '"count" takes no field' : `"${operation}" needs a field`;
  if (field !== undefined && !detail.fields.has(field)) return `${of} has no field "${field}"`;
  const filter = where && detail.fields.get(where.field);
  if (where && !filter) return `${of} has no field "${where.field}"`;
  if (where && filter?.values?.includes(where.equals) === false)
    return `${of}.${where.field} can't be "${where.equals}"`;
  return undefined;
}

function summaryOf(facts: Facts, { object, field }: OwnField): Diagnostic[] {
  const flaw = field.summary && flawOfSummary(facts, object, field.summary);
  if (flaw === undefined) return [];
  return [
    diagnostic(
      'BW2405',
      field.source,
      `The summary ${object}.${field.name} can't be computed: ${flaw}.`,
      'A roll-up summary needs a master-detail field of the detail, and fields that exist.',
      'Correct the options of the summary, or declare what it names.',
    ),
  ];
}

/** Names of our own fields in a formula: `Status__c`, or `Subscription__r.Status__c` as its steps. */
function waysIn(formula: string): string[][] {
  const code = formula.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\*[\s\S]*?\*\//g, '');
  const names = code.match(/\$?[A-Za-z_]\w*(?:\.\w+)*/g) ?? [];
  return names
    .filter((name) => !name.startsWith('$') && /__[cr]\b/.test(name))
    .map((name) => name.split('.'));
}

/** The first name that leads nowhere, with the fields that it could have been. */
function lostStep(
  objects: Facts['objects'],
  object: string,
  way: readonly string[],
): { name: string; known: string[] } | undefined {
  const [step = '', ...rest] = way;
  const fields = objects.get(object)?.fields;
  if (!fields || !/__[cr]$/.test(step)) return undefined;
  const field = fields.get(step.replace(/__r$/, '__c'));
  if (!field) return { name: step, known: [...fields.keys()] };
  return rest.length > 0 && field.target !== undefined ? lostStep(objects, field.target, rest) : undefined;
}

function formulaOf(facts: Facts, { object, field }: OwnField): Diagnostic[] {
  return waysIn(field.formula?.text ?? '').flatMap((way) => {
    const lost = lostStep(facts.objects, object, way);
    if (!lost) return [];
    return [
      diagnostic(
        'BW2406',
        field.source,
        `The formula of ${object}.${field.name} names "${way.join('.')}", but there is no "${lost.name}".`,
        'The platform refuses a formula over fields that do not exist.',
        didYouMean(lost.name, lost.known, 'Declare the field in core.'),
      ),
    ];
  });
}

export const computedFields: Rule = {
  check: (facts) =>
    ownFields(facts.model).flatMap((own) => [...summaryOf(facts, own), ...formulaOf(facts, own)]),
};
