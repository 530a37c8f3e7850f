/** What systems and other parts of core may refer to, by declaration. */
import type { ts } from 'ts-morph';
import type { ReadContext } from './context.ts';
import { declared } from './expect.ts';
import type { MappableField } from './objects.ts';

/** A Salesforce object as mappings see it. */
export interface MappableObject {
  readonly name: string;
  readonly fields: ReadonlyMap<string, MappableField>;
}

export class CoreIndex {
  readonly #objects = new Map<ts.VariableDeclaration, MappableObject>();
  readonly #permissions = new Map<ts.VariableDeclaration, string>();
  readonly #reasons = new Map<ts.VariableDeclaration, string>();
  readonly #tabs = new Map<ts.VariableDeclaration, string>();

  addObject(declaration: ts.VariableDeclaration, name: string, fields: readonly MappableField[]): void {
    this.#objects.set(declaration, { name, fields: new Map(fields.map((field) => [field.name, field])) });
  }
  addPermission(declaration: ts.VariableDeclaration, name: string): void {
    this.#permissions.set(declaration, name);
  }
  addReason(declaration: ts.VariableDeclaration, name: string): void {
    this.#reasons.set(declaration, name);
  }
  addTab(declaration: ts.VariableDeclaration, name: string): void {
    this.#tabs.set(declaration, name);
  }

  /** The object with an API name. */
  byName(name: string): MappableObject | undefined {
    return [...this.#objects.values()].find((object) => object.name === name);
  }
  get objectNames(): string[] {
    return [...this.#objects.values()].map(({ name }) => name);
  }

  /** The object that an expression refers to. */
  object(ctx: ReadContext, node: ts.Expression): MappableObject | undefined {
    const found = declared(ctx, node, ['customObject', 'standardObject'], 'an object of core');
    return found && this.#objects.get(found.declaration);
  }
  objectNamed(ctx: ReadContext, node: ts.Expression): string | undefined {
    return this.object(ctx, node)?.name;
  }
  /** What the tab is named by: the object that it lists, or the tab itself if it shows a component. */
  tabNamed(ctx: ReadContext, node: ts.Expression): string | undefined {
    const kinds = ['customObject', 'standardObject', 'componentTab'];
    const found = declared(ctx, node, kinds, 'an object of core or a tab');
    return found && (this.#objects.get(found.declaration)?.name ?? this.#tabs.get(found.declaration));
  }
  permissionNamed(ctx: ReadContext, node: ts.Expression): string | undefined {
    const found = declared(ctx, node, ['customPermission'], 'a custom permission');
    return found && this.#permissions.get(found.declaration);
  }
  reasonNamed(ctx: ReadContext, node: ts.Expression): string | undefined {
    const found = declared(ctx, node, ['reason'], 'a reason of the one list');
    return found && this.#reasons.get(found.declaration);
  }
}
