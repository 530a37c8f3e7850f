import type { Finding } from '../../model.ts';
import type { Component } from '../../project/components.ts';
import type { XmlElement } from '../../project/xml.ts';
import { below, child, children, value } from '../../project/xml.ts';
import type { Context, Place, Rule } from './context.ts';
import { at, finding, parsed } from './context.ts';

/** Texts and comments of a formula; what stands in them names nothing. */
const FORMULA_NOISE = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\*[\s\S]*?\*\//g;
const FORMULA_PATH = /(?<![\w$.])\$?[A-Za-z]\w*(?:\.\w+)*/g;

export const fields: Rule = (context) =>
  parsed(context, 'CustomField').flatMap(({ component, root }) => {
    const object = component.name.split('.')[0] ?? '';
    const set = child(root, 'valueSet');
    const globalSet = child(set, 'valueSetName');
    const controlling = child(set, 'controllingField');
    return [
      ...context.object(at(component, root), object),
      ...children(root, 'referenceTo').flatMap((parent) =>
        context.object(at(component, parent), parent.text.trim()),
      ),
      ...['summaryForeignKey', 'summarizedField'].flatMap((name) =>
        children(root, name).flatMap((key) => context.qualifiedField(at(component, key), key.text.trim())),
      ),
      ...children(root, 'summaryFilterItems').flatMap((item) =>
        children(item, 'field').flatMap((field) =>
          context.qualifiedField(at(component, field), field.text.trim()),
        ),
      ),
      ...(globalSet ? context.own(at(component, globalSet), 'GlobalValueSet', globalSet.text.trim()) : []),
      ...(controlling ? context.field(at(component, controlling), object, controlling.text.trim()) : []),
      ...children(root, 'formula').flatMap((formula) => formulaPaths(context, component, object, formula)),
    ];
  });

export const validationRules: Rule = (context) =>
  parsed(context, 'ValidationRule').flatMap(({ component, root }) => {
    const object = component.name.split('.')[0] ?? '';
    return [
      ...children(root, 'errorConditionFormula').flatMap((formula) =>
        formulaPaths(context, component, object, formula),
      ),
      ...children(root, 'errorDisplayField').flatMap((field) =>
        context.field(at(component, field), object, field.text.trim()),
      ),
    ];
  });

export const fieldSets: Rule = (context) =>
  parsed(context, 'FieldSet').flatMap(({ component, root }) =>
    [...children(root, 'displayedFields'), ...children(root, 'availableFields')].flatMap((entry) =>
      context.field(at(component, entry), component.name.split('.')[0] ?? '', value(entry, 'field')),
    ),
  );

export const customObjects: Rule = (context) =>
  parsed(context, 'CustomObject').flatMap(({ component, root }) => {
    const compact = child(root, 'compactLayoutAssignment');
    const own = compact && compact.text.trim() !== 'SYSTEM' ? compact : undefined;
    return [
      ...(own
        ? context.own(at(component, own), 'CompactLayout', `${component.name}.${own.text.trim()}`)
        : []),
      ...children(root, 'actionOverrides').flatMap((entry) =>
        actionOverride(context, at(component, entry), entry),
      ),
      ...children(root, 'searchLayouts').flatMap((search) => searchFields(context, component, search)),
    ];
  });

function actionOverride(context: Context, place: Place, entry: XmlElement): Finding[] {
  const content = value(entry, 'content');
  const type = value(entry, 'type');
  if (type === 'Flexipage') return context.own(place, 'FlexiPage', content);
  return type === 'LightningComponent' ? context.webComponent(place, content) : [];
}

/** Only custom fields: standard ones have names of their own in search layouts. */
function searchFields(context: Context, component: Component, search: XmlElement): Finding[] {
  return [...below(search)]
    .filter(
      (element) => /Fields$|AdditionalFields$/.test(element.name) && element.text.trim().endsWith('__c'),
    )
    .flatMap((element) => context.field(at(component, element), component.name, element.text.trim()));
}

/**
 * Custom names in a formula, and standard ones reached through a relationship. A single word that is no custom
 * name may be a function or a standard field under its formula name, so it is left to the org.
 */
function formulaPaths(
  context: Context,
  component: Component,
  object: string,
  formula: XmlElement,
): Finding[] {
  const place = at(component, formula);
  const paths = formula.text.replace(FORMULA_NOISE, ' ').match(FORMULA_PATH) ?? [];
  return [...new Set(paths)].flatMap((path) => {
    if (path.startsWith('$')) return formulaGlobal(context, place, path);
    return /__[cr]\b/.test(path) ? context.field(place, object, path) : [];
  });
}

function formulaGlobal(context: Context, place: Place, path: string): Finding[] {
  const [global, first = '', ...rest] = path.split('.');
  if (global === '$Label') return context.label(place, context.objects.plain(first));
  if (global === '$Permission') return context.own(place, 'CustomPermission', first);
  if (global === '$Setup') return context.field(place, first, rest.join('.'));
  if (global !== '$CustomMetadata') return [];
  const [record = '', ...field] = rest;
  return [
    ...context.own(place, 'CustomMetadata', `${first.replace(/__mdt$/, '')}.${record}`),
    ...context.field(place, first, field.join('.')),
  ];
}

/** What `xsi:type` a value of a custom metadata record must have, by the type of its field. */
const VALUE_TYPES: Readonly<Record<string, readonly string[]>> = {
  Checkbox: ['xsd:boolean'],
  Date: ['xsd:date'],
  DateTime: ['xsd:dateTime'],
  Number: ['xsd:double', 'xsd:int'],
  Percent: ['xsd:double', 'xsd:int'],
};
const TEXT_TYPES = ['xsd:string', 'xsd:picklist'];

const VALUES: Readonly<Record<string, RegExp>> = {
  'xsd:boolean': /^(true|false)$/,
  'xsd:double': /^-?\d+(\.\d+)?$/,
  'xsd:int': /^-?\d+$/,
  'xsd:date': /^\d{4}-\d\d-\d\d$/,
  'xsd:dateTime': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
};

export const metadataRecords: Rule = (context) =>
  parsed(context, 'CustomMetadata').flatMap(({ component, root }) => {
    const type = `${component.name.split('.')[0]}__mdt`;
    if (!context.components.has('CustomObject', type))
      return context.own(at(component, root), 'CustomObject', type);
    const entries = children(root, 'values');
    return [
      ...entries.flatMap((entry) => metadataValue(context, component, type, entry)),
      ...missingValues(context, at(component, root), type, entries),
    ];
  });

function metadataValue(context: Context, component: Component, type: string, entry: XmlElement): Finding[] {
  const name = value(entry, 'field') ?? '';
  const place = at(component, entry);
  const field = context.components
    .of('CustomField')
    .find((candidate) => candidate.name === `${type}.${name}`)?.root;
  if (!field) return context.own(place, 'CustomField', `${type}.${name}`);
  const content = child(entry, 'value');
  if (!content || content.attributes['xsi:nil'] === 'true') return [];
  const problem = valueProblem(context, field, content);
  return problem ? [finding(at(component, content), 'value', `${name}: ${problem}`)] : [];
}

function valueProblem(context: Context, field: XmlElement, content: XmlElement): string | undefined {
  const fieldType = value(field, 'type') ?? '';
  const text = content.text.trim();
  const said = content.attributes['xsi:type'] ?? 'nothing';
  const allowed = VALUE_TYPES[fieldType] ?? TEXT_TYPES;
  if (!allowed.includes(said))
    return `the field is ${fieldType}, so xsi:type is ${allowed.join(' or ')}, not ${said}.`;
  if (VALUES[said]?.test(text) === false) return `"${text}" is no ${said}.`;
  const length = Number(value(field, 'length') ?? Infinity);
  if (content.text.length > length) return `${content.text.length} characters, the field holds ${length}.`;
  return fieldType === 'Picklist' ? picklistProblem(field, text) : relationProblem(context, field, text);
}

function picklistProblem(field: XmlElement, text: string): string | undefined {
  const values = [...below(field)]
    .filter((element) => element.name === 'value')
    .map((entry) => value(entry, 'fullName'));
  if (values.length === 0 || values.includes(text)) return undefined;
  return `"${text}" is no value of the picklist; possible: ${values.join(', ')}.`;
}

/** A relationship to a record names the record; one to an object, a field or another definition names that. */
function relationProblem(context: Context, field: XmlElement, text: string): string | undefined {
  const parent = value(field, 'referenceTo') ?? '';
  if (!parent.endsWith('__mdt')) return undefined;
  const record = `${parent.replace(/__mdt$/, '')}.${context.objects.plain(text)}`;
  return context.components.has('CustomMetadata', record) ? undefined : `there is no record ${record}.`;
}

function missingValues(
  context: Context,
  place: Place,
  type: string,
  entries: readonly XmlElement[],
): Finding[] {
  const given = new Set(entries.map((entry) => value(entry, 'field')));
  return context.components
    .of('CustomField')
    .filter(({ name, root }) => name.startsWith(`${type}.`) && value(root, 'required') === 'true')
    .map(({ name }) => name.slice(type.length + 1))
    .filter((name) => !given.has(name))
    .map((name) => finding(place, 'value', `${name} is required, so every record must have it.`));
}

export const namedCredentials: Rule = (context) =>
  parsed(context, 'NamedCredential').flatMap(({ component, root }) =>
    children(root, 'namedCredentialParameters').flatMap((entry) => {
      const name = value(entry, 'externalCredential');
      return name ? context.own(at(component, entry), 'ExternalCredential', name) : [];
    }),
  );
