import { fieldFlags } from '../../library/schema/describe-field.ts';
import type { FieldModel, FieldType, ObjectModel, PicklistModel } from '../../schema/model.ts';

/** The words of the REST API where they are not those of the schema in lower case. */
const TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  INTEGER: 'int',
  ANYTYPE: 'anyType',
};
const SOAP_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  ID: 'tns:ID',
  REFERENCE: 'tns:ID',
  BOOLEAN: 'xsd:boolean',
  INTEGER: 'xsd:int',
  LONG: 'xsd:long',
  DOUBLE: 'xsd:double',
  CURRENCY: 'xsd:double',
  PERCENT: 'xsd:double',
  DATE: 'xsd:date',
  DATETIME: 'xsd:dateTime',
  TIME: 'xsd:time',
  BASE64: 'xsd:base64Binary',
  ADDRESS: 'urn:address',
  LOCATION: 'urn:location',
  ANYTYPE: 'xsd:anyType',
};
/** One field of `describe`, as far as the schema knows it. */
export function describeField(object: ObjectModel, field: FieldModel): object {
  const { type } = field;
  return {
    name: field.name,
    label: field.label,
    type: TYPES[type] ?? type.toLowerCase(),
    soapType: SOAP_TYPES[type] ?? 'xsd:string',
    ...sizes(field),
    ...flags(object, field),
    defaultValue: type === 'BOOLEAN' ? field.defaultValue === 'true' : null,
    defaultValueFormula: type === 'BOOLEAN' ? null : field.defaultValue,
    calculatedFormula: field.formula?.text ?? null,
    inlineHelpText: field.helpText,
    picklistValues: field.picklist ? picklistValues(field.picklist) : [],
    controllerName: field.picklist?.controllingField ?? null,
    compoundFieldName: null,
    extraTypeInfo: null,
    ...references(field),
  };
}

function sizes({ type, length, precision, scale }: FieldModel): object {
  const isWhole = type === 'INTEGER' || type === 'LONG';
  return {
    length,
    byteLength: length * 3,
    precision: isWhole ? 0 : precision,
    scale,
    digits: isWhole ? precision : 0,
  };
}

/** As Apex describes it: `isNillable` is `nillable` here. */
function flags(object: ObjectModel, field: FieldModel): object {
  const { Accessible: _, ...shown } = fieldFlags;
  return Object.fromEntries(
    Object.entries(shown).map(([name, read]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      read({ object, field }),
    ]),
  );
}

function picklistValues({ values }: PicklistModel): object[] {
  return values.map(({ value, label, isActive, isDefault }) => ({
    value,
    label,
    active: isActive,
    defaultValue: isDefault,
    validFor: null,
  }));
}

function references({ reference }: FieldModel): object {
  return {
    referenceTo: [...(reference?.to ?? [])],
    relationshipName: reference?.relationshipName ?? null,
    relationshipOrder: reference?.isMasterDetail === true ? 0 : null,
    writeRequiresMasterRead: false,
    polymorphicForeignKey: (reference?.to.length ?? 0) > 1,
  };
}
