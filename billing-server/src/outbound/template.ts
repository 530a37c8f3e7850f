/** Payload templates: any JSON, whose texts may hold placeholders in braces. */

/** The palette. */
export const PLACEHOLDERS = [
  'event',
  'entity_type',
  'entity_id',
  'billing_account_id',
  'account_num',
  'external_account_num',
  'status',
  'occurred_on',
  'delivery_id',
  'attempt',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What stands for each placeholder; null where the event has no such thing. */
export type Values = Readonly<Record<Placeholder, string | null>>;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What a receiver gets where no template is set up. @inferred section 14, own design */
export const DEFAULT_TEMPLATE: Json = {
  event: '{event}',
  entity_id: '{entity_id}',
  entity_type: '{entity_type}',
  billing_account_id: '{billing_account_id}',
  external_account_num: '{external_account_num}',
  status: '{status}',
  occurred_on: '{occurred_on}',
};

const PATTERN = /\{(\w+)\}/g;

const isPlaceholder = (name: string): name is Placeholder => PLACEHOLDERS.some((one) => one === name);

function textsIn(template: Json): string[] {
  if (typeof template === 'string') return [template];
  if (typeof template !== 'object' || template === null) return [];
  return Object.values(template).flatMap(textsIn);
}

/** Names in braces that are no placeholders. */
export function unknownPlaceholders(template: Json): string[] {
  const names = textsIn(template).flatMap((text) => [...text.matchAll(PATTERN)].map(([, name = '']) => name));
  return [...new Set(names.filter((name) => !isPlaceholder(name)))];
}

/** A text that is nothing but a placeholder becomes its value, null included; others are joined. */
export function fillText(text: string, values: Values): string | null {
  const whole = /^\{(\w+)\}$/.exec(text)?.[1];
  if (whole !== undefined && isPlaceholder(whole)) return values[whole];
  return text.replaceAll(PATTERN, (_all, name: string) => (isPlaceholder(name) ? (values[name] ?? '') : ''));
}

/** The template with values in place of its placeholders. Values can't change its structure. */
export function fill(template: Json, values: Values): Json {
  if (typeof template === 'string') return fillText(template, values);
  if (typeof template !== 'object' || template === null) return template;
  if (Array.isArray(template)) return template.map((one: Json) => fill(one, values));
  return Object.fromEntries(
    Object.entries(template).map(([name, value]) => [name, fill(value as Json, values)]),
  );
}
