/** What an annotation may stand on. */
export type Annotated =
  | 'class'
  | 'interface'
  | 'enum'
  | 'method'
  | 'interface method'
  | 'constructor'
  | 'field'
  | 'property'
  | 'accessor'
  | 'parameter';

export interface AnnotationRule {
  readonly name: string;
  readonly on: readonly Annotated[];
  /** Names of its arguments; an empty name for one without a name. */
  readonly arguments: readonly string[];
}

const TYPES: readonly Annotated[] = ['class', 'interface', 'enum'];
const MEMBERS: readonly Annotated[] = ['method', 'constructor', 'field', 'property'];
const rule = (name: string, on: readonly Annotated[], args: readonly string[] = []): AnnotationRule => ({
  name,
  on,
  arguments: args,
});

const INVOCABLE_METHOD = [
  'label',
  'description',
  'category',
  'callout',
  'configurationEditor',
  'iconName',
  'capabilityType',
];
const INVOCABLE_VARIABLE = ['label', 'description', 'required', 'placeholderText', 'defaultValue'];

const RULES: readonly AnnotationRule[] = [
  rule('AuraEnabled', ['method', 'field', 'property'], ['cacheable', 'continuation', 'scope']),
  rule('Deprecated', [...TYPES, ...MEMBERS, 'interface method']),
  rule('Future', ['method'], ['callout']),
  rule('HttpDelete', ['method']),
  rule('HttpGet', ['method']),
  rule('HttpPatch', ['method']),
  rule('HttpPost', ['method']),
  rule('HttpPut', ['method']),
  rule('InvocableMethod', ['method'], INVOCABLE_METHOD),
  rule('InvocableVariable', ['field', 'property'], INVOCABLE_VARIABLE),
  rule('IsTest', ['class', 'method'], ['seeAllData', 'isParallel', 'onInstall', 'testFor', 'critical']),
  rule('JsonAccess', ['class'], ['serializable', 'deserializable']),
  rule('NamespaceAccessible', [...TYPES, ...MEMBERS]),
  rule('ReadOnly', ['method']),
  rule('RemoteAction', ['method']),
  rule('RestResource', ['class'], ['urlMapping']),
  rule('SuppressWarnings', [...TYPES, ...MEMBERS, 'interface method', 'parameter'], ['']),
  rule('TestSetup', ['method']),
  rule('TestVisible', [...TYPES, ...MEMBERS, 'accessor']),
];

/** Every annotation, by name in lower case. */
export const ANNOTATIONS: ReadonlyMap<string, AnnotationRule> = new Map(
  RULES.map((each) => [each.name.toLowerCase(), each]),
);
