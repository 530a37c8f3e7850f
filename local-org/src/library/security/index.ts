import type { EnumValue } from '../../values/enum.ts';
import type { ApexList } from '../../values/list.ts';
import { libraryClass, type LibraryClass } from '../library.ts';
import { accessDecisionClass } from './access-decision.ts';
import { stripInaccessible } from './strip-inaccessible.ts';

export const classes: readonly LibraryClass[] = [
  accessDecisionClass,
  libraryClass({ name: 'System.AccessType', isEnum: true }),
  libraryClass({
    name: 'System.Security',
    statics: {
      'stripInaccessible(AccessType,List<SObject>)': (type: EnumValue, records: ApexList) =>
        stripInaccessible(type, records),
      'stripInaccessible(AccessType,List<SObject>,Boolean)': (
        type: EnumValue,
        records: ApexList,
        enforcesObjects: boolean | null,
      ) => stripInaccessible(type, records, enforcesObjects !== false),
    },
  }),
];
