import { libraryClass, type LibraryClass } from '../library.ts';
import { describeFieldClass, picklistEntryClass } from './describe-field.ts';
import {
  childRelationshipClass,
  describeObjectClass,
  objectFieldsClass,
  objectFieldSetsClass,
  recordTypeInfoClass,
} from './describe-object.ts';
import { fieldSetClass, fieldSetMemberClass } from './field-set.ts';
import { objectFieldClass, objectTypeClass } from './object-type.ts';
import { schemaClass } from './schema.ts';

export const classes: readonly LibraryClass[] = [
  childRelationshipClass,
  describeFieldClass,
  describeObjectClass,
  fieldSetClass,
  fieldSetMemberClass,
  objectFieldClass,
  objectFieldsClass,
  objectFieldSetsClass,
  objectTypeClass,
  picklistEntryClass,
  recordTypeInfoClass,
  schemaClass,
  libraryClass({ name: 'Schema.DisplayType', isEnum: true }),
  libraryClass({ name: 'Schema.SoapType', isEnum: true }),
  libraryClass({ name: 'Schema.SObjectDescribeOptions', isEnum: true }),
];
