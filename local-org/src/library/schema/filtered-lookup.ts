import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type { LookupFilterModel, ObjectModel } from '../../schema/model.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type Value } from '../library.ts';
import { printedByGetters } from '../objects/printed.ts';
import { listOf } from './collections.ts';
import { getterProperties } from './getter-properties.ts';
import { fieldTokenOf } from './tokens.ts';

/** `Schema.FilteredLookupInfo`: which records a lookup lets users choose. */
export class FilteredLookup extends PlatformObject {
  readonly object: ObjectModel;
  readonly filter: LookupFilterModel;

  constructor(object: ObjectModel, filter: LookupFilterModel) {
    super();
    this.object = object;
    this.filter = filter;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Schema.FilteredLookupInfo');
  }
}

const getters: Readonly<Record<string, (value: FilteredLookup) => Value>> = {
  'getControllingFields()': ({ object, filter }) =>
    listOf(
      'Schema.SObjectField',
      filter.controllingFields.flatMap((name) => {
        const field = object.fields.get(name.toLowerCase());
        return field ? [fieldTokenOf(object, field)] : [];
      }),
    ),
  'isDependent()': ({ filter }) => filter.controllingFields.length > 0,
  'isOptionalFilter()': ({ filter }) => filter.isOptional,
};

export const filteredLookupClass = printedByGetters(
  libraryClass({
    name: 'Schema.FilteredLookupInfo',
    methods: getters,
    properties: getterProperties(getters),
  }),
);
