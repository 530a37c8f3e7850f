import type { Component, Components } from '../../project/components.ts';
import type { XmlElement } from '../../project/xml.ts';
import { child, value } from '../../project/xml.ts';
import { NAME_LIMIT } from './facts.ts';
import type { Remark } from './shape.ts';

const NEEDED = ['label', 'pluralLabel', 'nameField', 'deploymentStatus', 'sharingModel'];
const NEEDED_BY_TYPE = ['label', 'pluralLabel'];
const NEVER_BY_TYPE = ['nameField', 'deploymentStatus', 'sharingModel'];

/** What an org would refuse in a custom object although its shape is right. */
export function objectRemarks(component: Component, components: Components): Remark[] {
  const { type, name, root } = component;
  const suffix = /__(c|mdt|e)$/.exec(name)?.[1];
  if (type !== 'CustomObject' || !root || !suffix) return [];
  return [
    ...apiName(name, root),
    ...elements(name, suffix, root),
    ...autoNumber(root),
    ...sharing(name, root, components),
    ...relationshipNames(name, root, components),
  ];
}

function apiName(name: string, root: XmlElement): Remark[] {
  const stem = name.replace(/__\w+$/, '');
  if (stem.length <= NAME_LIMIT && /^[A-Za-z](_?[A-Za-z0-9])*$/.test(stem)) return [];
  const message = `${name} is no API name: at most ${NAME_LIMIT} letters, digits and single underscores before the suffix.`;
  return [{ at: root, rule: 'api-name', message }];
}

function elements(name: string, suffix: string, root: XmlElement): Remark[] {
  const isSetting = child(root, 'customSettingsType') !== undefined;
  const isType = suffix === 'mdt';
  if (suffix === 'e') return missing(name, root, ['label', 'pluralLabel', 'eventType', 'deploymentStatus']);
  if (isSetting) return missing(name, root, ['label', 'visibility']);
  const unwanted = isType ? NEVER_BY_TYPE.flatMap((element) => child(root, element) ?? []) : [];
  return [
    ...missing(name, root, isType ? NEEDED_BY_TYPE : NEEDED),
    ...unwanted.map((at) => ({
      at,
      rule: 'unknown-element',
      message: `A custom metadata type has no ${at.name}.`,
    })),
  ];
}

function missing(name: string, root: XmlElement, wanted: readonly string[]): Remark[] {
  return wanted
    .filter((element) => !child(root, element))
    .map((element) => ({ at: root, rule: 'missing-element', message: `${name} must have ${element}.` }));
}

function autoNumber(root: XmlElement): Remark[] {
  const nameField = child(root, 'nameField');
  if (!nameField || value(nameField, 'type') !== 'AutoNumber') return [];
  if (/\{0+\}/.test(value(nameField, 'displayFormat') ?? '')) return [];
  const message = 'An AutoNumber name must have a displayFormat with the number in it, e.g. {0000}.';
  return [{ at: nameField, rule: 'display-format', message }];
}

/** A detail's sharing is its master's, and only a detail's. */
function sharing(name: string, root: XmlElement, components: Components): Remark[] {
  const model = child(root, 'sharingModel');
  if (!model) return [];
  const isDetail = fieldsOf(name, components).some((field) => value(field.root, 'type') === 'MasterDetail');
  const saysDetail = model.text.trim() === 'ControlledByParent';
  if (isDetail === saysDetail) return [];
  const message = isDetail
    ? `${name} has a master-detail field, so its sharingModel must be ControlledByParent.`
    : `${name} has no master-detail field, so its sharingModel can’t be ControlledByParent.`;
  return [{ at: model, rule: 'sharing-model', message }];
}

/** Two fields that point at this object must not give their children the same name. */
function relationshipNames(name: string, root: XmlElement, components: Components): Remark[] {
  const seen = new Map<string, string>();
  return components.of('CustomField').flatMap((field) => {
    const relationship = value(field.root, 'relationshipName');
    if (!relationship || value(field.root, 'referenceTo') !== name) return [];
    const first = seen.get(relationship.toLowerCase());
    seen.set(relationship.toLowerCase(), first ?? field.name);
    if (!first) return [];
    const message = `${first} and ${field.name} both call their children ${relationship}; rename one.`;
    return [{ at: root, rule: 'relationship-name', message }];
  });
}

function fieldsOf(object: string, components: Components): Component[] {
  return components.of('CustomField').filter((field) => field.name.startsWith(`${object}.`));
}
