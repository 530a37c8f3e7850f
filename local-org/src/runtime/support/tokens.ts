import type { Value } from '../../library/library.ts';
import * as tokens from '../../library/schema/tokens.ts';
import { currentTransaction } from '../context.ts';
import { throwApex } from '../faults.ts';

export const objectToken = (object: string): Value => tokens.objectToken(object);
export const fieldToken = (object: string, field: string): Value => tokens.fieldToken(object, field);
export const objectDescribe = (object: string): Value => tokens.objectDescribe(object);
export const fieldDescribe = (object: string, field: string): Value => tokens.fieldDescribe(object, field);
export const fieldSet = (object: string, name: string): Value => tokens.fieldSet(object, name);

/** The text of a custom label. */
export function label(namespace: string, name: string): string {
  return labelText(namespace, name);
}

/** As `System.Label.get`: a namespace may be empty. */
export function labelText(namespace: string | null, name: string): string {
  const { labels, namespace: own } = currentTransaction().schema;
  const key = name.toLowerCase();
  const prefix = (namespace ?? own ?? '').toLowerCase();
  const found = labels.get(`${prefix}__${key}`) ?? labels.get(key);
  return found?.value ?? throwApex('System.IllegalArgumentException', `There is no custom label ${name}.`);
}
