/** Which billing properties have to be there when an object is made, and which only billing sets. */
import type {
  MappingModel,
  ObjectTypeModel,
  OperationModel,
  PathModel,
  PropertyModel,
  SystemModel,
  TypeRef,
} from '../../model/model.ts';
import { typeNamed } from './type-shape.ts';

/** The operation of the mapping's resource with this name. */
export function operationOf(
  system: SystemModel,
  mapping: MappingModel,
  name: string | undefined,
): OperationModel | undefined {
  const resource = system.profile.resources.find((one) => one.name === mapping.resource);
  return resource?.operations.find((operation) => operation.name === name);
}

const mustBeThere = (property: PropertyModel): boolean =>
  !property.optional && !property.nullable && !property.readOnly;

function objectNamed(system: SystemModel, name: string): ObjectTypeModel | undefined {
  const type = typeNamed(system, name);
  return type.kind === 'object' ? type : undefined;
}

/** The resource's own type, if it is one object type. */
function ownType(system: SystemModel, mapping: MappingModel): ObjectTypeModel | undefined {
  const resource = system.profile.resources.find((one) => one.name === mapping.resource);
  return resource && objectNamed(system, resource.type);
}

/**
 * Outermost properties without which the object can't be made: those of its create operation, or of its type if it is
 * made inside its parent's body. None where nothing goes to billing.
 */
export function requiredRoots(system: SystemModel, mapping: MappingModel): string[] {
  const request = operationOf(system, mapping, mapping.create)?.request;
  if (request) return [...request.required];
  if (mapping.rows.every(({ owner }) => owner === 'billing')) return [];
  const properties = ownType(system, mapping)?.properties ?? [];
  return properties.filter(mustBeThere).map(({ name }) => name);
}

/** The property must be there wherever the object that has it is. */
export function isRequired(system: SystemModel, mapping: MappingModel, path: PathModel): boolean {
  const step = path.steps.findLast((one) => one.kind === 'property');
  if (step === undefined) return false;
  if (path.steps.filter((one) => one.kind === 'property').length === 1) {
    return requiredRoots(system, mapping).includes(step.name);
  }
  // Of a union each member has to demand it.
  const properties = typesIn(system, { kind: 'type', name: step.of }).map((type) =>
    type.properties.find((one) => one.name === step.name),
  );
  return properties.length > 0 && properties.every((one) => one !== undefined && mustBeThere(one));
}

function typesIn(system: SystemModel, ref: TypeRef): ObjectTypeModel[] {
  if (ref.kind === 'array') return typesIn(system, ref.of);
  if (ref.kind !== 'type') return [];
  const type = typeNamed(system, ref.name);
  if (type.kind === 'enum') return [];
  return type.kind === 'object'
    ? [type]
    : type.members.flatMap(({ type: name }) => objectNamed(system, name) ?? []);
}

function readOnlyBelow(
  system: SystemModel,
  ref: TypeRef,
  path: string,
  above: readonly ObjectTypeModel[],
): string[] {
  const types = typesIn(system, ref).filter((type) => !above.includes(type));
  const properties = types.flatMap((type) => type.properties);
  const names = [...new Set(properties.map(({ name }) => name))];
  return names.flatMap((name) => {
    const same = properties.filter((property) => property.name === name);
    const inner = `${path}.${name}`;
    if (same.every(({ readOnly }) => readOnly)) return [inner];
    return same.flatMap(({ type }) => readOnlyBelow(system, type, inner, [...above, ...types]));
  });
}

/**
 * Dotted names of the read-only properties in those outermost properties that an update may send back. A type inside
 * itself is followed once.
 */
export function readOnlyNames(system: SystemModel, mapping: MappingModel): string[] {
  if (mapping.update === undefined) return [];
  const sent = mapping.rows.filter((row) => row.owner !== 'billing' && !row.onCreateOnly);
  const roots = new Map<string, TypeRef>();
  for (const row of sent) {
    const step = row.path.steps.find((one) => one.kind === 'property');
    if (step) roots.set(step.name, step.type);
  }
  return [...new Set([...roots].flatMap(([name, ref]) => readOnlyBelow(system, ref, name, [])))];
}
