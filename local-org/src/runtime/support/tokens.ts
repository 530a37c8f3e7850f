import type { Value } from '../../library/library.ts';
import * as tokens from '../../library/schema/tokens.ts';
import { currentTransaction } from '../context.ts';
import type { LabelModel, OrgSchema } from '../../schema/model.ts';
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

/** As `System.Label.get`: a namespace may be empty; without a language the running user's counts. */
export function labelText(namespace: string | null, name: string, language: string | null = null): string {
  const { schema, user } = currentTransaction();
  const label = labelNamed(namespace, name);
  return translation(schema, label.name, language ?? user.language) ?? label.value;
}

/** As `System.Label.translationExists`. */
export function isTranslated(namespace: string | null, name: string, language: string): boolean {
  const label = labelNamed(namespace, name);
  if (translation(currentTransaction().schema, label.name, language) !== null) return true;
  return languagesFor(language).includes(label.language.toLowerCase());
}

function labelNamed(namespace: string | null, name: string): LabelModel {
  const { labels, namespace: own } = currentTransaction().schema;
  const key = name.toLowerCase();
  const prefix = (namespace ?? own ?? '').toLowerCase();
  const found = labels.get(`${prefix}__${key}`) ?? labels.get(key);
  return found ?? throwApex('System.IllegalArgumentException', `There is no custom label ${name}.`);
}

function translation({ labelTranslations }: OrgSchema, label: string, language: string): string | null {
  const texts = languagesFor(language).map((each) => labelTranslations.get(each)?.get(label.toLowerCase()));
  return texts.find((text) => text !== undefined) ?? null;
}

/** A language and what it falls back to: `en` is `en_US`, and what `fr_CA` has no text for may be in `fr`. */
function languagesFor(language: string): string[] {
  const key = language.toLowerCase();
  return key === 'en' ? ['en_us'] : [key, key.replace(/_.*/, '')];
}
