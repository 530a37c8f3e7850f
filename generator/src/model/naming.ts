/** Names in Apex for things of the model. The validator and every emitter use these, so that they can't disagree. */
import type { MappingModel, OperationModel, ResourceModel, SystemModel } from './model.ts';
import { isReservedInApex } from './reserved-words.ts';

/** Longest name of a class, an object or a field (without its suffix) on the platform. */
export const maxApiName = 40;

/** `bill_cycle`, `billCycle`, `bill-cycle`, `BillCycle` -> `['bill', 'cycle']`. */
export function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export function pascalCase(name: string): string {
  return words(name).map(capital).join('');
}

export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

/** Apex property for a JSON property: camel case, never a reserved word, never starting with a digit. */
export function apexPropertyName(wireName: string): string {
  const name = camelCase(wireName);
  if (isReservedInApex(name)) return `${name}Value`;
  return /^\d/.test(name) ? `x${name}` : name;
}

/** Apex method for an operation: its own name; a reserved word gets `Page` or `One`, after what comes back. */
export function apexMethodName(operation: OperationModel): string {
  const name = camelCase(operation.name);
  if (!isReservedInApex(name)) return name;
  return `${name}${operation.kind === 'list' ? 'Page' : 'One'}`;
}

export const typeClassName = (system: SystemModel, type: string): string =>
  `${system.prefix}${pascalCase(type)}`;
export const apiClassName = (system: SystemModel, resource: ResourceModel): string =>
  `${system.prefix}${pascalCase(resource.name)}Api`;
export const mapperClassName = (system: SystemModel, mapping: MappingModel): string =>
  `${system.prefix}${pascalCase(mapping.name)}Mapper`;
export const systemClassName = (system: SystemModel): string => `${system.prefix}System`;
/** Class of the texts of all reasons, by name. */
export const reasonTextsClassName = 'BillingReasonTexts';
/** Custom label of what a rep or an admin reads of a reason: `BillingReasonConflictRep`. */
export const reasonLabelName = (reason: string, reader: 'Rep' | 'Admin'): string =>
  `BillingReason${pascalCase(reason)}${reader}`;
export const testClassName = (className: string): string => `${className}Test`;
/** Stable key of an operation: `BillingAccount.create`. */
export const operationKey = (resource: ResourceModel, operation: OperationModel): string =>
  `${resource.name}.${operation.name}`;
