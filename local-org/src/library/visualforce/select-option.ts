import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { compareValues } from '../../values/order.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';

/** `System.SelectOption`: a choice of a Visualforce list. */
export class SelectOption extends PlatformObject {
  value: string | null;
  label: string | null;
  isDisabled: boolean;
  escapes = true;

  constructor(value: string | null, label: string | null, isDisabled = false) {
    super();
    if (value === null || label === null)
      throwApex('System.NullPointerException', 'Argument cannot be null.');
    this.value = value;
    this.label = label;
    this.isDisabled = isDisabled;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.SelectOption');
  }

  /** Lists of options are sorted by value, then by label. */
  'compareto/1'(other: SelectOption): number {
    return compareValues(this.value, other.value) || compareValues(this.label, other.label);
  }

  override toString(): string {
    const { value, label, isDisabled } = this;
    return `System.SelectOption[value="${value}", label="${label}", disabled="${isDisabled}"]`;
  }
}

export const selectOptionClass = libraryClass({
  name: 'System.SelectOption',
  constructors: {
    '(String,String)': (_, value, label) => new SelectOption(value, label),
    '(String,String,Boolean)': (_, value, label, isDisabled) =>
      new SelectOption(value, label, isDisabled === true),
  },
  methods: {
    'getDisabled()': (option: SelectOption) => option.isDisabled,
    'getEscapeItem()': (option: SelectOption) => option.escapes,
    'getLabel()': (option: SelectOption) => option.label,
    'getValue()': (option: SelectOption) => option.value,
    'setDisabled(Boolean)': (option: SelectOption, value) => void (option.isDisabled = value === true),
    'setEscapeItem(Boolean)': (option: SelectOption, value) => void (option.escapes = value === true),
    'setLabel(String)': (option: SelectOption, label) => void (option.label = label),
    'setValue(String)': (option: SelectOption, value) => void (option.value = value),
  },
});
