import type { DiagnosticSink } from '../../diagnostics/diagnostic.ts';
import type { FieldModel, FieldSetModel, RecordTypeModel, ValidationRuleModel } from '../model.ts';
import type { Namespace } from '../names.ts';
import { coordinatesOf } from '../compound.ts';
import { readField } from './custom-field.ts';
import type { FieldContext } from './custom-field.ts';
import type { MetadataFile } from './files.ts';
import { readXml, report } from './xml.ts';
import type { XmlNode } from './xml.ts';

/** What the project's files say of one object, standard or its own. */
export interface ObjectParts {
  /** With the namespace. */
  readonly name: string;
  /** The object's own file; null when only parts of it were found. */
  definition: XmlNode | null;
  readonly fields: FieldModel[];
  readonly recordTypes: RecordTypeModel[];
  readonly validationRules: ValidationRuleModel[];
  readonly fieldSets: FieldSetModel[];
}

/** Gathers the parts of all objects, from decomposed files and from old `.object` files. */
export class ObjectPartsReader {
  readonly parts = new Map<string, ObjectParts>();
  readonly #namespace: Namespace;
  readonly #valueSet: FieldContext['valueSet'];
  readonly #sink: DiagnosticSink;

  constructor(namespace: Namespace, valueSet: FieldContext['valueSet'], sink: DiagnosticSink) {
    this.#namespace = namespace;
    this.#valueSet = valueSet;
    this.#sink = sink;
  }

  readObject(file: MetadataFile): void {
    const node = readXml(file.path, file.file, 'CustomObject', this.#sink);
    const parts = this.#partsOf(file.name);
    if (!node) return;
    parts.definition = node;
    for (const field of node.list('fields')) this.#addField(parts, field, field.text('fullName') ?? '', file);
    for (const type of node.list('recordTypes'))
      this.#addRecordType(parts, type, type.text('fullName') ?? '');
    for (const rule of node.list('validationRules')) this.#addRule(parts, rule, rule.text('fullName') ?? '');
    for (const set of node.list('fieldSets')) this.#addFieldSet(parts, set, set.text('fullName') ?? '');
  }

  readField(file: MetadataFile): void {
    const node = readXml(file.path, file.file, 'CustomField', this.#sink);
    if (node) this.#addField(this.#partsOf(file.object), node, file.name, file);
  }

  readRecordType(file: MetadataFile): void {
    const node = readXml(file.path, file.file, 'RecordType', this.#sink);
    if (node) this.#addRecordType(this.#partsOf(file.object), node, file.name);
  }

  readValidationRule(file: MetadataFile): void {
    const node = readXml(file.path, file.file, 'ValidationRule', this.#sink);
    if (node) this.#addRule(this.#partsOf(file.object), node, file.name);
  }

  readFieldSet(file: MetadataFile): void {
    const node = readXml(file.path, file.file, 'FieldSet', this.#sink);
    if (node) this.#addFieldSet(this.#partsOf(file.object), node, file.name);
  }

  #partsOf(objectName: string): ObjectParts {
    const name = this.#namespace.qualify(objectName);
    let parts = this.parts.get(name.toLowerCase());
    if (!parts) {
      parts = { name, definition: null, fields: [], recordTypes: [], validationRules: [], fieldSets: [] };
      this.parts.set(name.toLowerCase(), parts);
    }
    return parts;
  }

  /** A standard field's file only says what is tracked and helped with: nothing that the schema holds. */
  #addField(parts: ObjectParts, node: XmlNode, name: string, file: MetadataFile): void {
    if (!/__c$/i.test(name)) return;
    const field = readField(node, name, parts.name, {
      namespace: this.#namespace,
      valueSet: this.#valueSet,
      report: (message) => report(this.#sink, file.file, message),
    });
    if (field) parts.fields.push(field);
    if (field?.type === 'LOCATION') parts.fields.push(...coordinatesOf(field));
  }

  #addRecordType(parts: ObjectParts, node: XmlNode, name: string): void {
    const isActive = node.flag('active');
    const isDefault = !parts.recordTypes.some((type) => type.isDefault) && isActive;
    parts.recordTypes.push({ name, label: node.text('label') ?? name, isActive, isDefault });
  }

  #addRule(parts: ObjectParts, node: XmlNode, name: string): void {
    const errorField = node.text('errorDisplayField');
    parts.validationRules.push({
      name,
      isActive: node.flag('active'),
      formula: node.text('errorConditionFormula') ?? 'FALSE',
      errorMessage: node.text('errorMessage') ?? '',
      errorField: errorField ? this.#namespace.qualify(errorField) : null,
    });
  }

  #addFieldSet(parts: ObjectParts, node: XmlNode, name: string): void {
    const fields = node.list('displayedFields').map((item) => ({
      path: this.#namespace.qualifyPath(item.text('field') ?? ''),
      isRequired: item.flag('isRequired'),
    }));
    parts.fieldSets.push({
      name: this.#namespace.qualifyPlain(name),
      label: node.text('label') ?? name,
      description: node.text('description'),
      fields,
    });
  }
}
