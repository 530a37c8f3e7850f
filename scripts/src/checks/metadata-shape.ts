import type { Check, Finding } from '../model.ts';
import type { Component } from '../project/components.ts';
import { componentsOf } from '../project/components.ts';
import { child, children, value } from '../project/xml.ts';
import { LENGTHS } from './metadata-shape/facts.ts';
import { fieldRemarks } from './metadata-shape/field-rules.ts';
import { objectRemarks } from './metadata-shape/object-rules.ts';
import { permissionRemarks } from './metadata-shape/permission-rules.ts';
import { readSchema } from './metadata-shape/schema.ts';
import type { Remark } from './metadata-shape/shape.ts';
import { shapeRemarks } from './metadata-shape/shape.ts';

const LABEL_LIMIT = 1000;

function lengthRemarks({ type, root }: Component): Remark[] {
  return LENGTHS.flatMap(([owner, name, limit]) => {
    const at = owner === type ? child(root, name) : undefined;
    const length = at?.text.trim().length ?? 0;
    if (!at || length <= limit) return [];
    return [{ at, rule: 'too-long', message: `${name} has ${length} characters, ${limit} are allowed.` }];
  });
}

function labelRemarks({ type, root }: Component): Remark[] {
  if (type !== 'CustomLabels') return [];
  const seen = new Set<string>();
  return children(root, 'labels').flatMap((at) => {
    const name = value(at, 'fullName') ?? '';
    const isDouble = seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    const length = value(at, 'value')?.length ?? 0;
    return [
      ...(isDouble ? [{ at, rule: 'twice', message: `The label ${name} is there twice.` }] : []),
      ...(length > LABEL_LIMIT
        ? [
            {
              at,
              rule: 'too-long',
              message: `The label ${name} has ${length} characters, ${LABEL_LIMIT} are allowed.`,
            },
          ]
        : []),
    ];
  });
}

export const metadataShape: Check = {
  name: 'metadata-shape',
  title: 'every metadata file against Salesforce’s schema and the rules an org adds',
  run(project) {
    const components = componentsOf(project);
    const schema = readSchema();
    const findings = components.all.flatMap((component) =>
      [
        ...shapeRemarks(component, schema),
        ...lengthRemarks(component),
        ...labelRemarks(component),
        ...fieldRemarks(component),
        ...objectRemarks(component, components),
        ...permissionRemarks(component, components),
      ].map(({ at, rule, message }): Finding => {
        const { line, column } = at;
        return { file: component.file, line, column, rule, severity: 'error', message };
      }),
    );
    return Promise.resolve({
      looked: components.all.length,
      what: 'metadata files',
      findings: [...components.faults, ...findings],
      notes: [],
    });
  },
};
