import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type { ApexList } from '../../values/list.ts';
import { ApexObject, PlatformObject } from '../../values/value.ts';
import { libraryClass, type LibraryClass, type Value } from '../library.ts';
import { dataClass } from '../objects/data-object.ts';
import { listOf } from '../schema/collections.ts';

/** `VisualEditor.DataRow`: a choice of a property in the App Builder. */
class DataRow extends PlatformObject {
  readonly label: string | null;
  readonly value: Value;
  readonly isSelected: boolean;

  constructor(label: string | null, value: Value, isSelected = false) {
    super();
    this.label = label;
    this.value = value;
    this.isSelected = isSelected;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('VisualEditor.DataRow');
  }
}

/** `VisualEditor.DynamicPickListRows` */
class DynamicPickListRows extends PlatformObject {
  readonly rows: DataRow[];
  containsAll: boolean;

  constructor(rows: readonly DataRow[] = [], containsAll = true) {
    super();
    this.rows = [...rows];
    this.containsAll = containsAll;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('VisualEditor.DynamicPickListRows');
  }
}

/** What a class of the project extends to give the App Builder choices. */
abstract class DynamicPickList extends ApexObject {
  'new()'(): this {
    return this;
  }

  'isvalid/1'(_value: Value): boolean {
    return true;
  }

  'getlabel/1'(value: Value): string | null {
    const rows = (this as unknown as { 'getvalues/0'(): DynamicPickListRows })['getvalues/0']();
    return rows.rows.find((row) => row.value === value)?.label ?? null;
  }
}

const byLabel = (left: DataRow, right: DataRow): number =>
  (left.label ?? '').localeCompare(right.label ?? '');

function rowAt(rows: DynamicPickListRows, index: number): DataRow {
  return rows.rows[index] ?? throwApex('System.ListException', `List index out of bounds: ${index}`);
}

export const visualEditorClasses: readonly LibraryClass[] = [
  libraryClass({ name: 'VisualEditor.DynamicPickList', virtual: true, base: DynamicPickList }),
  dataClass(
    'VisualEditor.DesignTimePageContext',
    { entityName: { type: 'String' }, pageType: { type: 'String' } },
    { isConstructible: true },
  ),
  libraryClass({
    name: 'VisualEditor.DataRow',
    constructors: {
      '(String,Object)': (_, label, value) => new DataRow(label, value),
      '(String,Object,Boolean)': (_, label, value, isSelected) =>
        new DataRow(label, value, isSelected === true),
    },
    methods: {
      'compareTo(VisualEditor.DataRow)': (row: DataRow, other: DataRow) => byLabel(row, other),
      'getLabel()': (row: DataRow) => row.label,
      'getValue()': (row: DataRow) => row.value,
      'isSelected()': (row: DataRow) => row.isSelected,
    },
  }),
  libraryClass({
    name: 'VisualEditor.DynamicPickListRows',
    constructors: {
      '()': () => new DynamicPickListRows(),
      '(List<VisualEditor.DataRow>)': (_, rows: ApexList) => new DynamicPickListRows(rows.items),
      '(List<VisualEditor.DataRow>,Boolean)': (_, rows: ApexList, containsAll) =>
        new DynamicPickListRows(rows.items, containsAll === true),
    },
    methods: {
      'addAllRows(List<VisualEditor.DataRow>)': (rows: DynamicPickListRows, more: ApexList) =>
        void rows.rows.push(...more.items),
      'addRow(VisualEditor.DataRow)': (rows: DynamicPickListRows, row: DataRow) => void rows.rows.push(row),
      'containsAllRows()': (rows: DynamicPickListRows) => rows.containsAll,
      'get(Integer)': rowAt,
      'getDataRows()': (rows: DynamicPickListRows) => listOf('VisualEditor.DataRow', [...rows.rows]),
      'setContainsAllRows(Boolean)': (rows: DynamicPickListRows, value) =>
        void (rows.containsAll = value === true),
      'size()': (rows: DynamicPickListRows) => rows.rows.length,
      'sort()': (rows: DynamicPickListRows) => void rows.rows.sort(byLabel),
    },
  }),
];
