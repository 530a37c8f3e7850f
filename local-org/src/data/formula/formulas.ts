import { Unsupported } from '../../runtime/faults.ts';
import { ApexDate } from '../../values/date.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { Decimal } from '../../values/decimal.ts';
import { ApexTime } from '../../values/time.ts';
import type { FieldModel, ObjectModel, OrgSchema } from '../../schema/model.ts';
import type { SObject } from '../../values/sobject.ts';
import type { SaveRow } from '../dml/row.ts';
import { merged } from '../dml/row.ts';
import { FORMULA_FUNCTION, isStored, quoted, storedForm } from '../columns.ts';
import type { Stored } from '../columns.ts';
import { fromStored, toStored } from '../encode.ts';
import type { DataEnvironment } from '../environment.ts';
import type { Store, StoredRow } from '../store.ts';
import { equals } from '../text-compare.ts';
import { evaluate } from './evaluate.ts';
import type { FormulaScope } from './evaluate.ts';
import { globalValue } from './globals.ts';
import { parseFormula } from './parse.ts';
import type { Formula } from './parse.ts';
import { asNumber, asText, FormulaError } from './value.ts';
import type { FormulaValue } from './value.ts';

/** Makes the formulas of a store, one set per store. `environment`: of whoever runs now; it is asked at each evaluation. */
export function createFormulas(
  schema: OrgSchema,
  store: Store,
  environment: () => DataEnvironment,
): Formulas {
  return new Formulas(schema, store, environment);
}

/** Evaluates formula fields, default values and validation rules; also behind the SQL function of formula fields. */
export class Formulas {
  readonly #schema: OrgSchema;
  readonly #store: Store;
  readonly #environment: () => DataEnvironment;
  readonly #parsed = new Map<string, Formula>();
  /** The record in memory that a row was made of. */
  readonly #records = new WeakMap<StoredRow, SObject>();

  constructor(schema: OrgSchema, store: Store, environment: () => DataEnvironment) {
    this.#schema = schema;
    this.#store = store;
    this.#environment = environment;
    store.database.function(FORMULA_FUNCTION, (object, field, id) =>
      typeof id === 'string' ? this.#fieldOf(String(object), String(field), id) : null,
    );
  }

  /** The value of a formula in the form that `field` stores. */
  evaluate(text: string, field: FieldModel, row: SaveRow): Stored {
    return this.#result(text, field, this.#scope(row.object, merged(row)));
  }

  /** Is a validation rule's condition met? An error in it counts as no. */
  test(text: string, row: SaveRow): boolean {
    try {
      return evaluate(this.#parse(text), this.#ruleScope(row)) === true;
    } catch (error) {
      if (error instanceof FormulaError) return false;
      throw error;
    }
  }

  /** A formula field's value in its stored form. */
  field(object: ObjectModel, field: FieldModel, row: StoredRow): Stored {
    return this.#result(
      field.formula?.text ?? '',
      field,
      this.#scope(object, row, field.formula?.blanksAsZero),
    );
  }

  /**
   * Works out the formula fields of a record in memory and sets them: with what the record and its parents in memory
   * hold, else with what is stored. Gives the fields that could not be worked out, with why.
   */
  recalculate(record: SObject): Map<string, string> {
    const { object } = record;
    const row = this.#rowOf(record);
    const problems = new Map<string, string>();
    for (const field of object.fields.values()) {
      if (!field.formula) continue;
      try {
        const scope = this.#scope(object, row, field.formula.blanksAsZero);
        const value = asStored(field, evaluate(this.#parse(field.formula.text), scope));
        record.load(field.name.toLowerCase(), fromStored(field, value));
      } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        problems.set(field.name, error.message);
      }
    }
    return problems;
  }

  #rowOf(record: SObject): StoredRow {
    const { object, id } = record;
    const row = new Map(id === null ? [] : this.#store.row(object, id));
    for (const [name, value] of record.values) {
      const field = object.fields.get(name);
      if (field && isStored(field)) row.set(name, toStored(field, value));
    }
    this.#records.set(row, record);
    return row;
  }

  #fieldOf(objectName: string, fieldName: string, id: string): Stored {
    const object = this.#schema.object(objectName);
    const field = object?.fields.get(fieldName.toLowerCase());
    const row = object && this.#store.row(object, id);
    return object && field && row ? this.field(object, field, row) : null;
  }

  #result(text: string, field: FieldModel, scope: FormulaScope): Stored {
    try {
      return asStored(field, evaluate(this.#parse(text), scope));
    } catch (error) {
      if (error instanceof FormulaError) return storedForm(field) === 'boolean' ? 0 : null;
      throw error;
    }
  }

  #parse(text: string): Formula {
    let formula = this.#parsed.get(text);
    if (!formula) {
      formula = parseFormula(text);
      this.#parsed.set(text, formula);
    }
    return formula;
  }

  #scope(object: ObjectModel, row: StoredRow, blanksAsZero = false): FormulaScope {
    const environment = this.#environment();
    return {
      clock: { now: environment.now(), timeZone: environment.timeZone() },
      value: (path) => this.#value(object, row, path, blanksAsZero),
    };
  }

  #ruleScope(row: SaveRow): FormulaScope {
    const { object, old } = row;
    return {
      ...this.#scope(object, merged(row)),
      rule: {
        isNew: old === null,
        priorValue: (path) => (old ? this.#value(object, old, path, false) : null),
        lookUp: (returned, key, value) => this.#lookUp(returned, key, value),
      },
    };
  }

  /** The value of `$User.Id`, `$Label.Greeting`. Throws for a name that does not exist. */
  global(path: readonly string[]): FormulaValue {
    return globalValue(path, {
      schema: this.#schema,
      store: this.#store,
      environment: this.#environment(),
      valueIn: (object, row, rest) => this.#value(object, row, rest, false),
    });
  }

  #value(object: ObjectModel, row: StoredRow, path: readonly string[], blanksAsZero: boolean): FormulaValue {
    const [first = '', ...rest] = path;
    if (first.toLowerCase() === '$recordtype')
      return this.#value(object, row, ['RecordType', ...rest], false);
    if (first.startsWith('$')) return this.global(path);
    if (rest.length > 0) return this.#parentValue(object, row, first, rest, blanksAsZero);
    const field = object.fields.get(first.toLowerCase());
    if (!field) throw new Unsupported(`a formula of ${object.name} with the unknown field ${first}`);
    const stored = field.formula
      ? this.field(object, field, row)
      : (row.get(field.name.toLowerCase()) ?? null);
    const value = asFormulaValue(field, stored);
    return value === null && blanksAsZero && storedForm(field) === 'number' ? 0 : value;
  }

  #parentValue(
    object: ObjectModel,
    row: StoredRow,
    name: string,
    rest: readonly string[],
    blanksAsZero: boolean,
  ): FormulaValue {
    const [relationship = ''] = name.split(':');
    const field = object.parentRelationships.get(relationship.toLowerCase());
    if (!field) throw new Unsupported(`a formula of ${object.name} with the unknown relationship ${name}`);
    const inMemory = this.#records.get(row)?.parents.get(relationship.toLowerCase());
    if (inMemory) return this.#value(inMemory.object, this.#rowOf(inMemory), rest, blanksAsZero);
    const id = row.get(field.name.toLowerCase());
    if (typeof id !== 'string') return null;
    const parent = this.#schema.objectOfKeyPrefix(id.slice(0, 3));
    const parentRow = parent && this.#store.row(parent, id);
    return parent && parentRow ? this.#value(parent, parentRow, rest, blanksAsZero) : null;
  }

  /** `VLOOKUP($ObjectType.Rate__c.Fields.Value__c, $ObjectType.Rate__c.Fields.Name, Code__c)` */
  #lookUp(returned: readonly string[], key: readonly string[], value: FormulaValue): FormulaValue {
    const object = this.#schema.object(returned[1] ?? '');
    const field = object?.fields.get((key[3] ?? '').toLowerCase());
    if (!object || !field) throw new Unsupported('VLOOKUP of an unknown object or field');
    const same = equals(field, quoted(field.name), asText(value));
    const [row] = this.#store.rows(object, `${same.sql} AND "IsDeleted" = 0 LIMIT 1`, same.value);
    return row ? this.#value(object, row, returned.slice(3), false) : null;
  }
}

function asFormulaValue(field: FieldModel, stored: Stored): FormulaValue {
  const form = storedForm(field);
  if (form === 'boolean') return stored === 1;
  if (stored === null || form === 'id' || form === 'text') return stored as FormulaValue;
  if (form === 'integer' || form === 'number') return Number(stored);
  const value: unknown = fromStored(field, stored);
  if (value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime) return value;
  throw new Unsupported(`the field ${field.name} in a formula`);
}

function asStored(field: FieldModel, value: FormulaValue): Stored {
  const form = storedForm(field);
  if (form === 'boolean') return value === true ? 1 : 0;
  if (value === null) return null;
  if (form === 'text') return asText(value) || null;
  if (form === 'number' || form === 'integer') {
    const number = asNumber(value);
    if (number === null) throw new FormulaError('The result is no number.');
    return toStored(field, Decimal.of(number).setScale(field.scale, 'HALF_UP'));
  }
  return toStored(field, value);
}
