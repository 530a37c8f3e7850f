import { libraryClass, type LibraryClass } from '../library.ts';
import { describeFieldClass } from './describe-field.ts';
import {
  childRelationshipClass,
  describeObjectClass,
  objectFieldsClass,
  objectFieldSetsClass,
  recordTypeInfoClass,
} from './describe-object.ts';
import { fieldSetClass, fieldSetMemberClass } from './field-set.ts';
import { filteredLookupClass } from './filtered-lookup.ts';
import { objectFieldClass, objectTypeClass } from './object-type.ts';
import { picklistEntryClass } from './picklist-entry.ts';
import { schemaClass } from './schema.ts';

export const classes: readonly LibraryClass[] = [
  childRelationshipClass,
  describeFieldClass,
  describeObjectClass,
  fieldSetClass,
  fieldSetMemberClass,
  filteredLookupClass,
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
