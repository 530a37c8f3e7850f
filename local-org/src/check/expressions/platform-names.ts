import type * as ast from '../../syntax/ast.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import type { Denotation } from './denotation.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { unknownExpression } from '../scope.ts';
import { chooseConstructor } from './constructors.ts';

/** `Label.Name`, `Label.ns.Name`; `Label.ns` itself when it is the namespace of the project's labels. */
export function labelMember(
  namespace: string | null,
  name: ast.Identifier,
  span: Span,
  scope: Scope,
): Denotation {
  const { schema } = scope.world;
  const own = schema.namespace;
  if (namespace === null && isOwnNamespace(name.text, own) && !schema.labels.has(name.text.toLowerCase())) {
    return { kind: 'labels', namespace: name.text };
  }
  const label = schema.labels.get(name.text.toLowerCase());
  const type = scope.world.primitive('String');
  if (label) {
    return value({ kind: 'label', namespace: namespace ?? own ?? '', name: label.name, type, span });
  }
  const names = [...schema.labels.values()].map((each) => each.name);
  const message = `There is no custom label '${name.text}'.`;
  return value(
    scope.wrong({ code: 'name/unknown-label', span: name.span, message, ...didYouMean(name.text, names) }),
  );
}

function isOwnNamespace(name: string, own: string | null): boolean {
  return name.toLowerCase() === own?.toLowerCase();
}

const TRIGGER_FLAGS: ReadonlySet<string> = new Set([
  'isexecuting',
  'isinsert',
  'isupdate',
  'isdelete',
  'isundelete',
  'isbefore',
  'isafter',
]);
const TRIGGER_NAMES = [
  'isExecuting',
  'isInsert',
  'isUpdate',
  'isDelete',
  'isUndelete',
  'isBefore',
  'isAfter',
  'new',
  'old',
  'newMap',
  'oldMap',
  'size',
  'operationType',
];

/** `Trigger.new`, `Trigger.isInsert`; outside of a trigger its records have the type SObject. */
export function triggerMember(name: ast.Identifier, span: Span, scope: Scope): IrExpression {
  const key = name.text.toLowerCase();
  const type = triggerType(key, scope);
  if (type) return { kind: 'triggerVariable', name: key, type, span };
  const message = `Trigger has no variable '${name.text}'.`;
  return scope.wrong({
    code: 'name/unknown-field',
    span: name.span,
    message,
    ...didYouMean(name.text, TRIGGER_NAMES),
  });
}

function triggerType(key: string, scope: Scope): Type | null {
  const { world } = scope;
  const record: Type = { kind: 'sobject', name: scope.triggerObject ?? 'SObject' };
  if (TRIGGER_FLAGS.has(key)) return world.primitive('Boolean');
  if (key === 'new' || key === 'old') return world.listOf(record);
  if (key === 'newmap' || key === 'oldmap') return world.mapOf(world.primitive('Id'), record);
  if (key === 'size') return world.primitive('Integer');
  return key === 'operationtype' ? world.platform('System.TriggerOperation') : null;
}

/** `Page.Name`: a reference to it, new each time. */
export function pageMember(name: ast.Identifier, span: Span, scope: Scope): IrExpression {
  const { schema } = scope.world;
  const page = schema.pages.get(name.text.toLowerCase());
  if (page === undefined) {
    const message = `There is no Visualforce page '${name.text}'.`;
    const known = didYouMean(name.text, schema.pages.values());
    return scope.wrong({ code: 'name/unknown-page', span: name.span, message, ...known });
  }
  const type = scope.world.platform('System.PageReference');
  const address: IrExpression = {
    kind: 'literal',
    literal: 'string',
    // The platform writes the page's name in small letters.
    value: `/apex/${page.toLowerCase()}`,
    type: scope.world.primitive('String'),
    span,
  };
  const chosen = type.kind === 'class' ? chooseConstructor(type, [address], scope, span) : null;
  if (!chosen) return unknownExpression(span);
  return { kind: 'new', method: chosen.method, arguments: chosen.arguments, type, span };
}

function value(expression: IrExpression): Denotation {
  return { kind: 'value', value: expression };
}
