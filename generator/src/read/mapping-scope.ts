/** What the parts of one mapping have in common. */
import type { ts } from 'ts-morph';
import type { PathModel } from '../model/model.ts';
import type { ApiTypes } from './api-types.ts';
import type { ReadContext } from './context.ts';
import type { MappableObject } from './core-index.ts';
import { fieldNamed } from './conditions.ts';
import type { Property } from './evaluate.ts';
import type { MappableField } from './objects.ts';
import { pathOf, type End } from './selector.ts';
import type { MappingHeader, SystemIndex } from './system-index.ts';

/** A mapping that has to be done before another, and where that is said. */
export interface Need {
  readonly target: MappingHeader;
  readonly at: ts.Node;
}

export class MappingScope {
  readonly system: SystemIndex;
  readonly header: MappingHeader;
  readonly neededMappings: Need[] = [];
  readonly containedMappings: Need[] = [];

  constructor(system: SystemIndex, header: MappingHeader) {
    this.system = system;
    this.header = header;
  }

  get types(): ApiTypes {
    return this.system.types;
  }
  get object(): MappableObject {
    return this.header.mappable;
  }

  /** The object of core that holds a connection. */
  get connection(): MappableObject | undefined {
    return this.system.core.byName('BillingConnection__c');
  }

  /** The object of core that joins a record to its billing object. */
  get link(): MappableObject | undefined {
    return this.system.core.byName('BillingLink__c');
  }

  path(ctx: ReadContext, node: ts.Expression, end?: End): PathModel | undefined {
    return pathOf(ctx, this.types, this.header.resource.type, node, end);
  }

  /** Before an object of this mapping can be made in billing, one of `target` has to be there. */
  needs(target: MappingHeader, at: ts.Node): void {
    this.neededMappings.push({ target, at });
  }

  /** Objects of `target` are made together with those of this mapping, in one body. */
  contains(target: MappingHeader, at: ts.Node): void {
    this.containedMappings.push({ target, at });
  }

  /** The field `Name`: that of a standard object, or the record's own name, which a custom object doesn't list. */
  nameField(ctx: ReadContext, property: Property): MappableField | undefined {
    if (this.object.fields.has('Name') || !this.object.name.endsWith('__c'))
      return fieldNamed(ctx, this.object, property);
    return { name: 'Name', type: 'Text', label: 'Name', required: false };
  }
}
