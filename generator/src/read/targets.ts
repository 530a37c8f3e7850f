/** Checks that lookups and roll-ups of core lead to objects that there are. */
import type { CoreModel, FieldModel } from '../model/model.ts';
import { didYouMean } from '../text/suggest.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import type { CoreIndex } from './core-index.ts';

export function checkTargets(ctx: ReadContext, model: CoreModel, index: CoreIndex): void {
  const owners = [...model.objects, ...model.metadataTypes].map(({ fields }) => fields);
  const added = model.standardObjects.map(({ added: fields }) => fields);
  for (const field of [...owners, ...added].flat()) {
    if (field.target !== undefined) checkObject(ctx, field, field.target, index);
    if (field.summary !== undefined) checkSummary(ctx, field, field.summary, index);
  }
}

/** Standard objects exist in every org; only those of ours can be missing. */
function checkObject(ctx: ReadContext, field: FieldModel, name: string, index: CoreIndex): boolean {
  if (!/__(?:c|mdt)$/.test(name) || index.byName(name)) return true;
  ctx.report(codes.unknownObject, field.source, {
    what: `The field ${field.name} leads to "${name}", which core does not declare.`,
    why: 'The package has no such object.',
    fix: didYouMean(name, index.objectNames, 'Use the API name of an object of core.'),
  });
  return false;
}

function checkSummary(
  ctx: ReadContext,
  field: FieldModel,
  summary: NonNullable<FieldModel['summary']>,
  index: CoreIndex,
): void {
  if (!checkObject(ctx, field, summary.of, index)) return;
  const fields = index.byName(summary.of)?.fields;
  for (const name of [summary.through, summary.field, summary.where?.field])
    if (name !== undefined && fields !== undefined && !fields.has(name))
      ctx.report(codes.unknownField, field.source, {
        what: `The field ${field.name} sums over ${summary.of}, which has no "${name}".`,
        why: 'A roll-up reads fields of its detail object.',
        fix: didYouMean(name, fields.keys(), `Use a field that ${summary.of} declares.`),
      });
}
