import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type { FieldModel, ObjectModel } from '../../schema/model.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type Value } from '../library.ts';
import { printedByGetters } from '../objects/printed.ts';
import { getterProperties } from './getter-properties.ts';
import { type FieldToken, fieldTokenOf } from './tokens.ts';

type PicklistValue = NonNullable<FieldModel['picklist']>['values'][number];

/** `Schema.PicklistEntry` */
export class PicklistEntry extends PlatformObject {
  readonly entry: PicklistValue;
  /** See `validFor`. */
  readonly #validFor: string | null;

  constructor(entry: PicklistValue, allowed: string | null) {
    super();
    this.entry = entry;
    this.#validFor = allowed;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Schema.PicklistEntry');
  }

  /** JSON is the only way by which Apex learns which controlling values allow this one. */
  *jsonFields(): Iterable<readonly [string, Value]> {
    const { isActive, isDefault, label, value } = this.entry;
    yield ['active', isActive];
    yield ['defaultValue', isDefault];
    yield ['label', label];
    if (this.#validFor !== null) yield ['validFor', this.#validFor];
    yield ['value', value];
  }
}

function controllingField(object: ObjectModel, field: FieldModel): FieldModel | null {
  const name = field.picklist?.controllingField;
  return name === undefined ? null : (object.fields.get(name.toLowerCase()) ?? null);
}

/** The token of the field that controls a dependent picklist. */
export function controllerOf(object: ObjectModel, field: FieldModel): FieldToken | null {
  const controlling = controllingField(object, field);
  return controlling && fieldTokenOf(object, controlling);
}

/**
 * Which values of the controlling field allow a value: a bit for each, the highest one first, in base 64. Of a checkbox
 * the first bit means false and the second true. Null where nothing controls.
 */
export function validFor(object: ObjectModel, field: FieldModel, entry: PicklistValue): string | null {
  const controlling = controllingField(object, field);
  if (!controlling) return null;
  const values = controlling.picklist?.values.map(({ value }) => value) ?? ['unchecked', 'checked'];
  const bytes = new Uint8Array(Math.ceil(values.length / BITS_OF_A_GROUP) * (BITS_OF_A_GROUP / 8));
  values.forEach((value, at) => {
    if (entry.allowedBy?.includes(value)) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (0x80 >> (at & 7));
  });
  return Buffer.from(bytes).toString('base64');
}

/** Three bytes make four characters of base 64, so that nothing is padded. */
const BITS_OF_A_GROUP = 24;

const getters: Readonly<Record<string, (value: PicklistEntry) => Value>> = {
  'getLabel()': ({ entry }) => entry.label,
  'getValue()': ({ entry }) => entry.value,
  'isActive()': ({ entry }) => entry.isActive,
  'isDefaultValue()': ({ entry }) => entry.isDefault,
};

export const picklistEntryClass = printedByGetters(
  libraryClass({ name: 'Schema.PicklistEntry', methods: getters, properties: getterProperties(getters) }),
);
