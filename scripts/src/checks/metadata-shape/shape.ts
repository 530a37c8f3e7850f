import type { Component } from '../../project/components.ts';
import type { XmlElement } from '../../project/xml.ts';
import type { Member, Schema } from './schema.ts';

/** Something about one element of a metadata file. */
export interface Remark {
  readonly at: XmlElement;
  readonly rule: string;
  readonly message: string;
}

/** Elements whose content is free XML, although the schema calls it a string. */
const FREE = new Set(['LightningComponentBundle.targetConfigs']);
const NUMBER = /^-?\d+(\.\d+)?$/;

/** The root element that a component's file must have. Settings have one type per feature. */
function rootName({ type = '', name }: Component): string {
  return type === 'Settings' ? `${name}Settings` : type;
}

/** Compares a file with the schema of its type. */
export function shapeRemarks(component: Component, schema: Schema): Remark[] {
  const { root, type } = component;
  if (!root) return [];
  if (!type) {
    return [
      {
        at: root,
        rule: 'suffix',
        message: 'No metadata type has this file suffix; rename or move the file.',
      },
    ];
  }
  const wanted = rootName(component);
  if (root.name !== wanted) {
    return [
      {
        at: root,
        rule: 'root',
        message: `The root element is ${root.name}; for this file it must be ${wanted}.`,
      },
    ];
  }
  return elementRemarks(root, wanted, schema, true);
}

function elementRemarks(element: XmlElement, typeName: string, schema: Schema, isRoot: boolean): Remark[] {
  const members = schema.types.get(typeName);
  if (!members) return valueRemarks(element, typeName, schema);
  return [
    ...repeatedRemarks(element, members),
    ...missingRemarks(element, typeName, members, isRoot),
    ...element.children.flatMap((child) => childRemarks(child, typeName, members, schema)),
  ];
}

function childRemarks(
  child: XmlElement,
  typeName: string,
  members: ReadonlyMap<string, Member>,
  schema: Schema,
): Remark[] {
  const member = members.get(child.name);
  if (!member) {
    return [{ at: child, rule: 'unknown-element', message: `${typeName} has no element ${child.name}.` }];
  }
  if (FREE.has(`${typeName}.${child.name}`) || member.type === 'any') return [];
  return elementRemarks(child, member.type, schema, false);
}

function repeatedRemarks(element: XmlElement, members: ReadonlyMap<string, Member>): Remark[] {
  const seen = new Set<string>();
  return element.children.flatMap((child) => {
    const again = seen.has(child.name);
    seen.add(child.name);
    if (!again || members.get(child.name)?.repeated !== false) return [];
    return [{ at: child, rule: 'repeated', message: `${child.name} may stand here only once.` }];
  });
}

function missingRemarks(
  element: XmlElement,
  typeName: string,
  members: ReadonlyMap<string, Member>,
  isRoot: boolean,
): Remark[] {
  const present = new Set(element.children.map((child) => child.name));
  return [...members]
    .filter(([name, { required }]) => required && !present.has(name) && !(isRoot && name === 'fullName'))
    .map(([name]) => ({
      at: element,
      rule: 'missing-element',
      message: `${typeName} must have an element ${name}.`,
    }));
}

function valueRemarks(element: XmlElement, typeName: string, schema: Schema): Remark[] {
  const [stray] = element.children;
  if (stray)
    return [{ at: stray, rule: 'unknown-element', message: `${element.name} holds a value, not elements.` }];
  const problem = valueProblem(element.text.trim(), typeName, schema);
  return problem ? [{ at: element, ...problem }] : [];
}

function valueProblem(
  text: string,
  typeName: string,
  schema: Schema,
): { rule: string; message: string } | undefined {
  const values = schema.enums.get(typeName);
  if (values && !values.has(text)) {
    const some = [...values].slice(0, 12).join(', ');
    return {
      rule: 'enum',
      message: `"${text}" is no ${typeName}; possible: ${some}${values.size > 12 ? ', ...' : ''}.`,
    };
  }
  if (typeName === 'boolean' && text !== 'true' && text !== 'false') {
    return { rule: 'boolean', message: `"${text}" must be true or false.` };
  }
  if (typeName === 'number' && !NUMBER.test(text))
    return { rule: 'number', message: `"${text}" must be a number.` };
  return undefined;
}
