/** What the mappings of one system may refer to, by declaration. */
import type { ts } from 'ts-morph';
import type { OperationModel, ResourceModel, ValueMapModel } from '../model/model.ts';
import type { ApiTypes } from './api-types.ts';
import type { ReadContext } from './context.ts';
import type { CoreIndex, MappableObject } from './core-index.ts';
import type { Declaration } from './declarations.ts';
import type { Profile } from './endpoints.ts';
import { declared, options } from './expect.ts';

/** What other mappings have to know of a mapping. */
export interface MappingHeader {
  readonly name: string;
  /** Stable key in data. */
  readonly type: string;
  /** API name of the Salesforce object. */
  readonly object: string;
  readonly resource: ResourceModel;
  readonly declaration: Declaration;
  readonly mappable: MappableObject;
  /** The list operation that reads many at once. */
  readonly listOperation: OperationModel | undefined;
}

export class SystemIndex {
  readonly types: ApiTypes;
  readonly core: CoreIndex;
  readonly #valueMaps: ReadonlyMap<ts.VariableDeclaration, ValueMapModel>;
  readonly #mappings = new Map<ts.VariableDeclaration, MappingHeader>();

  constructor(
    types: ApiTypes,
    core: CoreIndex,
    valueMaps: ReadonlyMap<ts.VariableDeclaration, ValueMapModel>,
  ) {
    this.types = types;
    this.core = core;
    this.#valueMaps = valueMaps;
  }

  get headers(): MappingHeader[] {
    return [...this.#mappings.values()];
  }

  /** Notes a mapping, so that others can refer to it. */
  add(ctx: ReadContext, declaration: Declaration, profile: Profile | undefined): void {
    const [objectNode, resourceNode] = declaration.call.args;
    const mappable = objectNode && this.core.object(ctx, objectNode);
    const resource = resourceNode && profile?.resource(ctx, resourceNode);
    if (mappable === undefined || resource === undefined) return;
    const shape = options(ctx, declaration.call, 2);
    const bulk = shape.shape('bulk')?.text('operation');
    this.#mappings.set(declaration.node, {
      name: declaration.name,
      type: shape.text('type') ?? '',
      object: mappable.name,
      resource,
      declaration,
      mappable,
      listOperation: resource.operations.find((one) => one.kind === 'list' && one.name === bulk),
    });
  }

  mapping(ctx: ReadContext, node: ts.Expression): MappingHeader | undefined {
    const found = declared(ctx, node, ['mapping'], 'a mapping');
    return found && this.#mappings.get(found.declaration);
  }
  valueMap(ctx: ReadContext, node: ts.Expression): ValueMapModel | undefined {
    const found = declared(ctx, node, ['valueMap'], 'a value map');
    return found && this.#valueMaps.get(found.declaration);
  }
}
