/** The model with the indexes that rules look things up in. */
import type {
  ApiType,
  CoreModel,
  FieldModel,
  FieldType,
  IntegrationModel,
  MappingModel,
  ObjectModel,
  ObjectTypeModel,
  OperationModel,
  ResourceModel,
  Source,
  StandardFieldModel,
  SystemModel,
  TypeRef,
  ValueMapModel,
} from '../model.ts';
import type { ValidateContext } from './rule.ts';

/** A field of any object as rules see it: ours, a standard one, or the record's name. */
export interface FieldFacts {
  readonly name: string;
  readonly type: FieldType | 'OpenPicklist' | 'AutoNumber';
  /** Most characters that a text of the field can have. */
  readonly capacity?: number;
  /** The values of a restricted picklist. */
  readonly values?: readonly string[];
  readonly target?: string;
  /** Where the package declares the field. */
  readonly source?: Source;
}

export interface ObjectFacts {
  readonly name: string;
  readonly kind: 'custom' | 'standard' | 'metadata';
  readonly fields: ReadonlyMap<string, FieldFacts>;
  readonly source: Source;
}

/** One billing system with its indexes. */
export interface SystemFacts {
  readonly system: SystemModel;
  readonly types: ReadonlyMap<string, ApiType>;
  readonly mappings: ReadonlyMap<string, MappingModel>;
  readonly valueMaps: ReadonlyMap<string, ValueMapModel>;
  readonly resources: ReadonlyMap<string, ResourceModel>;
}

export interface Facts {
  readonly model: IntegrationModel;
  readonly context: ValidateContext;
  readonly objects: ReadonlyMap<string, ObjectFacts>;
  readonly systems: readonly SystemFacts[];
}

/** The platform's own limits of texts without a length of their own. */
const fixedCapacity: Readonly<Partial<Record<FieldFacts['type'], number>>> = {
  TextArea: 255,
  Email: 80,
  Phone: 40,
  Url: 255,
  Picklist: 255,
  OpenPicklist: 255,
};
const nameCapacity = 80;

function fieldFacts(field: FieldModel | StandardFieldModel): FieldFacts {
  const capacity = field.length ?? fixedCapacity[field.type];
  return {
    name: field.name,
    type: field.type,
    ...(capacity !== undefined && { capacity }),
    ...(field.values && field.type === 'Picklist' && { values: field.values }),
    ...(field.target !== undefined && { target: field.target }),
    ...('source' in field && { source: field.source }),
  };
}

function nameFacts({ nameField }: ObjectModel): FieldFacts {
  return nameField.type === 'Text'
    ? { name: 'Name', type: 'Text', capacity: nameCapacity }
    : { name: 'Name', type: 'AutoNumber' };
}

const indexed = (fields: readonly FieldFacts[]): ReadonlyMap<string, FieldFacts> =>
  new Map(fields.map((field) => [field.name, field]));

function objectsOf(core: CoreModel): ReadonlyMap<string, ObjectFacts> {
  const all: ObjectFacts[] = [
    ...core.objects.map((one): ObjectFacts => ({
      name: one.name,
      kind: 'custom',
      source: one.source,
      fields: indexed([nameFacts(one), ...one.fields.map(fieldFacts)]),
    })),
    ...core.standardObjects.map((one): ObjectFacts => ({
      name: one.name,
      kind: 'standard',
      source: one.source,
      fields: indexed([...one.standardFields, ...one.added].map(fieldFacts)),
    })),
    ...core.metadataTypes.map((one): ObjectFacts => ({
      name: one.name,
      kind: 'metadata',
      source: one.source,
      fields: indexed(one.fields.map(fieldFacts)),
    })),
  ];
  return new Map(all.map((one) => [one.name, one]));
}

const byName = <T extends { readonly name: string }>(things: readonly T[]): ReadonlyMap<string, T> =>
  new Map(things.map((thing) => [thing.name, thing]));

export function factsOf(model: IntegrationModel, context: ValidateContext): Facts {
  return {
    model,
    context,
    objects: objectsOf(model.core),
    systems: model.systems.map((system) => ({
      system,
      types: byName(system.types),
      mappings: byName(system.mappings),
      valueMaps: byName(system.valueMaps),
      resources: byName(system.profile.resources),
    })),
  };
}

/** Every mapping with its system. */
export function allMappings(facts: Facts): { readonly in: SystemFacts; readonly mapping: MappingModel }[] {
  return facts.systems.flatMap((system) =>
    system.system.mappings.map((mapping) => ({ in: system, mapping })),
  );
}

/** The operation of a mapping's resource; undefined where there is none of that name. */
export function operationOf(
  { resources }: SystemFacts,
  { resource }: MappingModel,
  name: string | undefined,
): OperationModel | undefined {
  return resources.get(resource)?.operations.find((operation) => operation.name === name);
}

/** The closed list of texts that a type allows; undefined where any text is. */
export function membersOf({ types }: SystemFacts, ref: TypeRef): readonly string[] | undefined {
  if (ref.kind === 'literals') return ref.values;
  const type = ref.kind === 'type' ? types.get(ref.name) : undefined;
  return type?.kind === 'enum' ? type.values : undefined;
}

export function objectType({ types }: SystemFacts, name: string): ObjectTypeModel | undefined {
  const type = types.get(name);
  return type?.kind === 'object' ? type : undefined;
}

/** A field of one of our own objects or one that we add to a standard object, with its object's name. */
export interface OwnField {
  readonly object: string;
  readonly kind: ObjectFacts['kind'];
  readonly field: FieldModel;
}

/** Every field that the package brings. */
export function ownFields({ core }: IntegrationModel): OwnField[] {
  return [
    ...core.objects.flatMap(({ name, fields }) =>
      fields.map((field) => ({ object: name, kind: 'custom', field }) as const),
    ),
    ...core.standardObjects.flatMap(({ name, added }) =>
      added.map((field) => ({ object: name, kind: 'standard', field }) as const),
    ),
    ...core.metadataTypes.flatMap(({ name, fields }) =>
      fields.map((field) => ({ object: name, kind: 'metadata', field }) as const),
    ),
  ];
}
