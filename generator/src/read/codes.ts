/** Everything that can be wrong with what the mappings say, by name. A released code keeps its meaning. */
export const codes = {
  /** An expression, statement or type that the reader does not take. */
  notUnderstood: 'BW1001',
  /** An import of something that is no part of the mappings. */
  foreignImport: 'BW1002',
  /** A constant that is made of itself. */
  circularConstant: 'BW1003',

  unknownPath: 'BW1101',
  /** A property of an array's elements, without saying which element; or `one` and `first` without an array. */
  arrayNotChosen: 'BW1102',
  /** A property that only some members of a union have; or `only` without a union. */
  unionNotNarrowed: 'BW1103',
  /** A selector that ends on the wrong kind of thing. */
  wrongEnd: 'BW1104',

  unknownField: 'BW1201',
  unknownObject: 'BW1202',
  typesDoNotFit: 'BW1203',
  notDynamic: 'BW1204',
  needlesslyDynamic: 'BW1205',
  /** History tracking of a standard object or of a field on one. */
  historyOfStandard: 'BW1206',

  missingReference: 'BW1301',
  circularReference: 'BW1302',

  missingMark: 'BW1401',
  missingDoc: 'BW1402',
  inlineType: 'BW1403',

  duplicateName: 'BW1501',
  wrongFolder: 'BW1502',
  /** A system's folder without the one call that it needs. */
  incompleteSystem: 'BW1503',

  sampleNotJson: 'BW1601',
  sampleWithoutOperation: 'BW1602',
  sampleWithoutSection: 'BW1603',

  unreadable: 'BW1701',

  /** What TypeScript itself says about a mapping file. */
  typeScript: 'BW1900',
} as const;

export type Code = (typeof codes)[keyof typeof codes];
