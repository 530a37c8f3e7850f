/** The language's conversions, with what they take on both sides, read from their type annotations. */
import { ts } from 'ts-morph';
import type { Scalar } from '../model/model.ts';
import type { ReadContext } from './context.ts';
import { evaluate } from './evaluate.ts';
import { unexpected } from './expect.ts';
import type { Kind } from './fits.ts';
import { TypeNodes } from './type-nodes.ts';

export interface ConversionModel {
  readonly name: string;
  readonly salesforce: Kind;
  /** The billing scalars that it takes. */
  readonly billing: readonly Scalar[];
}

const allowed = 'the name of a conversion of the language, such as money';
const salesforceKinds: Readonly<Record<string, Kind>> = {
  Day: { kind: 'day' },
  Instant: { kind: 'instant' },
  string: { kind: 'text' },
  number: { kind: 'number' },
  boolean: { kind: 'boolean' },
};

/** The conversion that an expression names. */
export function conversionOf(ctx: ReadContext, node: ts.Expression): ConversionModel | undefined {
  const value = evaluate(ctx, node, allowed);
  if (value.kind === 'broken') return undefined;
  const declaration = value.kind === 'constant' ? ctx.symbolOf(value.node)?.valueDeclaration : undefined;
  const type = declaration && ts.isVariableDeclaration(declaration) ? declaration.type : undefined;
  const isConversion = type && ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Conversion';
  const [salesforce, billing] = (isConversion && type.typeArguments) || [];
  if (value.kind !== 'constant' || salesforce === undefined || billing === undefined)
    return unexpected(ctx, value.node, allowed);
  return {
    name: value.name,
    salesforce: salesforceKinds[salesforce.getText()] ?? { kind: 'anything' },
    billing: scalarsOf(ctx, billing),
  };
}

function scalarsOf(ctx: ReadContext, node: ts.TypeNode): Scalar[] {
  const nodes = new TypeNodes(ctx, (declaration) => declaration.name.text);
  const parts = ts.isUnionTypeNode(node) ? [...node.types] : [node];
  return parts.flatMap((part) => {
    const type = nodes.parse(part)?.type;
    return type?.kind === 'scalar' ? [type.scalar] : [];
  });
}
