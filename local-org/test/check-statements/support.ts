import { checkAnonymous, checkClass } from '../../src/check/check.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { IrClass, IrExpression, IrMethod, IrStatement } from '../../src/ir/ir.ts';
import { libraryClass } from '../../src/library/library.ts';
import type { LibraryClass } from '../../src/library/library.ts';
import { Catalogue } from '../../src/platform/catalogue.ts';
import type { FieldModel, ObjectModel, OrgSchema } from '../../src/schema/model.ts';
import { parseAnonymous, parseClass } from '../../src/syntax/parse.ts';
import { buildWorld } from '../../src/types/build.ts';
import type { SourceUnit } from '../../src/types/build.ts';
import { LibraryIndex } from '../../src/types/library-index.ts';
import type { ProjectWorld } from '../../src/types/project-world.ts';

const nothing = (): null => null;

function supported(name: string, methods: string, statics = ''): LibraryClass {
  return libraryClass({
    name,
    constructors: { '()': nothing },
    methods: Object.fromEntries(methods.split(' ').map((key) => [key, nothing])),
    statics: Object.fromEntries(statics.split(' ').map((key) => [key, nothing])),
  });
}

function open(name: string): LibraryClass {
  return libraryClass({ name, virtual: true, constructors: { '()': nothing, '(String)': nothing } });
}

const PLAIN = 'Boolean Integer Long Double Decimal Id Date Datetime Time Blob Version'.split(' ');
const EXCEPTIONS = 'Exception DmlException NullPointerException MathException'.split(' ');

const library = new LibraryIndex([
  ...PLAIN.map((name) => supported(`System.${name}`, 'year()')),
  supported('System.String', 'length() toLowerCase()', 'valueOf(Object)'),
  supported('System.List', 'size() add(T) get(Integer)'),
  supported('System.Set', 'size() add(T)'),
  supported('System.Map', 'size() get(K) put(K,V)'),
  supported('System.System', '', 'debug(Object)'),
  libraryClass({ name: 'System.DisplayType' }),
  libraryClass({ name: 'System.LoggingLevel', isEnum: true }),
  ...EXCEPTIONS.map((name) => ({ ...open(`System.${name}`), base: Object as never })),
  open('System.Iterable'),
  open('System.Iterator'),
  open('System.Comparable'),
]);

const catalogue = new Catalogue({ isVirtual: (name) => library.isVirtual(name) });

function field(name: string, apexType: FieldModel['apexType'], more: Partial<FieldModel> = {}): FieldModel {
  const type = apexType === 'Decimal' ? 'DOUBLE' : 'STRING';
  return {
    name,
    label: name,
    type,
    apexType,
    length: 0,
    precision: 0,
    scale: 0,
    isNillable: true,
    isCreateable: true,
    isUpdateable: true,
    isUnique: false,
    isCaseSensitive: false,
    isExternalId: false,
    isCustom: name.endsWith('__c'),
    isNameField: false,
    isHtml: false,
    isFilterable: true,
    helpText: null,
    defaultValue: null,
    formula: null,
    picklist: null,
    reference: null,
    autoNumber: null,
    summary: null,
    isSystem: false,
    ...more,
  };
}

function object(name: string, fields: readonly FieldModel[]): ObjectModel {
  return {
    name,
    label: name,
    pluralLabel: name,
    keyPrefix: '001',
    kind: 'standard',
    settingType: null,
    fields: new Map(fields.map((each) => [each.name.toLowerCase(), each])),
    childRelationships: new Map(),
    parentRelationships: new Map(),
    recordTypes: [],
    validationRules: [],
    fieldSets: new Map(),
    sharingModel: 'ReadWrite',
    isDeletable: true,
    isUndeletable: true,
    isCreateable: true,
    isUpdateable: true,
    isQueryable: true,
    isMergeable: true,
  };
}

const base = [field('Id', 'Id'), field('Name', 'String', { isNameField: true })];
const objects = new Map(
  [
    object('Account', [
      ...base,
      field('Size__c', 'Decimal'),
      field('Key__c', 'String', { isExternalId: true }),
    ]),
    object('Contact', [...base, field('Email', 'String')]),
    object('User', base),
  ].map((each) => [each.name.toLowerCase(), each]),
);

const schema: OrgSchema = {
  namespace: null,
  objects,
  labels: new Map(),
  labelTranslations: new Map(),
  pages: new Map(),
  staticResources: new Map(),
  customPermissions: new Map(),
  namedCredentials: new Map(),
  externalCredentials: new Map(),
  permissionSetGroups: new Map(),
  permissionSets: new Map(),
  eventSubscribers: new Map(),
  selectedChanges: new Set(),
  apps: new Map(),
  cachePartitions: new Map(),
  profiles: new Map(),
  customMetadata: new Map(),
  diagnostics: [],
  object: (name) => objects.get(name.toLowerCase()) ?? null,
  objectOfKeyPrefix: () => null,
  projectObjects: [],
  commonObjects: [],
};

export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  readonly classes: readonly IrClass[];
}

/** Checks classes; each text is one file. */
export function checkClasses(...texts: readonly string[]): Checked {
  const sink = new Diagnostics();
  const units = texts.flatMap((text, index): SourceUnit[] => {
    const file = `C${index}.cls`;
    const unit = parseClass(text, file, sink);
    return unit ? [{ unit, file, apiVersion: 67 }] : [];
  });
  const world = worldOf(units, sink);
  const classes = [...world.classes.values()].map((symbol) => checkClass(world, symbol));
  return { diagnostics: sink.all, classes };
}

export function checkScript(text: string): Checked {
  const sink = new Diagnostics();
  const unit = parseAnonymous(text, 'script.apex', sink);
  const world = worldOf([], sink);
  return { classes: unit ? [checkAnonymous(world, unit, 'script.apex', 67)] : [], diagnostics: sink.all };
}

function worldOf(units: readonly SourceUnit[], diagnostics: Diagnostics): ProjectWorld {
  return buildWorld(units, { schema, library, namespace: null, diagnostics, catalogue });
}

/** What snippets may use. */
const PRELUDE = `
  enum Season { WINTER, SUMMER }
  interface Shape {}
  class Round implements Shape { Integer size; final Integer fixed = 1; }
  class Ball extends Round {}
  virtual class Animal {}
  class Dog extends Animal {}
  class Cat extends Animal {}
  class AppException extends Exception {}
  class SubException extends AppException {}
  Integer count; static Integer total; String text;
`
  .replaceAll('\n', ' ')
  .replaceAll(/class (Round|AppException)/g, 'virtual class $1');

/** Checks statements as the body of a method, `returns` being its result type; the body starts in line 2. */
export function checkBody(body: string, returns = 'void'): Checked & { readonly method: IrMethod | null } {
  const checked = checkClasses(`public class C { ${PRELUDE} ${returns} run() {\n${body}\n} }`);
  return { ...checked, method: checked.classes[0]?.methods[0] ?? null };
}

/** `code line:column` of every diagnostic, in order; lines count from the first of the body. */
export function problems(checked: Checked): readonly string[] {
  return checked.diagnostics.map(({ code, span }) => `${code} ${span.line - 1}:${span.column}`);
}

export function statements(checked: { readonly method: IrMethod | null }): readonly IrStatement[] {
  return checked.method?.body?.statements ?? [];
}

/** The value of the last declared variable of a body. */
export function valueOf(body: string): IrExpression {
  const checked = checkBody(body);
  const last = statements(checked).at(-1);
  if (checked.diagnostics.length > 0)
    throw new Error(checked.diagnostics.map((each) => each.message).join('\n'));
  if (last?.kind === 'declare' && last.value) return last.value;
  if (last?.kind === 'expression') return last.expression;
  throw new Error('The body does not end with a value.');
}

/** An expression in short: `Decimal(left + Integer>Decimal(right))` without places. */
export function shape(expression: IrExpression): string {
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string' ? `'${expression.value}'` : String(expression.value);
    case 'local':
      return expression.local.name;
    case 'field':
    case 'staticField':
      return expression.field.name;
    case 'recordField':
      return `${shape(expression.target)}.${expression.name}`;
    case 'element':
      return `${shape(expression.target)}[${shape(expression.index)}]`;
    case 'convert':
      return `${expression.conversion.from}>${expression.conversion.to}(${shape(expression.operand)})`;
    case 'cast':
      return `cast(${shape(expression.operand)})`;
    case 'arithmetic':
    case 'compare':
      return `${expression.operands}(${shape(expression.left)} ${expression.operator} ${shape(expression.right)})`;
    case 'logical':
      return `(${shape(expression.left)} ${expression.operator} ${shape(expression.right)})`;
    case 'coalesce':
      return `(${shape(expression.left)} ?? ${shape(expression.right)})`;
    case 'negate':
    case 'not':
    case 'complement':
      return `${expression.kind}(${shape(expression.operand)})`;
    case 'conditional':
      return `(${shape(expression.condition)} ? ${shape(expression.then)} : ${shape(expression.otherwise)})`;
    case 'assign':
      return `${shape(expression.target)} = ${shape(expression.value)}`;
    case 'compound': {
      const { before, after, operator, operands, result } = expression;
      const ways = [before, after].map((way) => (way ? `${way.from}>${way.to}` : '-'));
      return `${result} ${operands} ${shape(expression.target)} ${operator}= ${shape(expression.value)} ${ways.join(' ')}`;
    }
    default:
      return expression.kind;
  }
}
