import type { Component, Components } from '../../project/components.ts';
import type { XmlElement } from '../../project/xml.ts';
import { child, children, value } from '../../project/xml.ts';
import { READ_ONLY } from './facts.ts';
import type { Remark } from './shape.ts';

const isTrue = (root: XmlElement | undefined, name: string): boolean => value(root, name) === 'true';

/** Each right and the rights it takes for granted. */
const IMPLIED: readonly (readonly [right: string, needs: readonly string[]])[] = [
  ['allowCreate', ['allowRead']],
  ['allowEdit', ['allowRead']],
  ['allowDelete', ['allowRead', 'allowEdit']],
  ['viewAllRecords', ['allowRead']],
  ['modifyAllRecords', ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords']],
];

/** What an org would refuse in a permission set although its shape is right. */
export function permissionRemarks({ type, root }: Component, components: Components): Remark[] {
  if (type !== 'PermissionSet' || !root) return [];
  const fields = children(root, 'fieldPermissions');
  return [
    ...fields.flatMap((entry) => fieldRemarks(entry, components)),
    ...children(root, 'objectPermissions').flatMap(objectRemarks),
    ...twice(fields, 'field'),
    ...twice(children(root, 'objectPermissions'), 'object'),
    ...twice(children(root, 'classAccesses'), 'apexClass'),
  ];
}

function fieldRemarks(entry: XmlElement, components: Components): Remark[] {
  const name = value(entry, 'field') ?? '';
  const field = components.of('CustomField').find((candidate) => candidate.name === name)?.root;
  const editable = child(entry, 'editable');
  const problems: Remark[] = [];
  if (isTrue(entry, 'editable') && !isTrue(entry, 'readable')) {
    problems.push({ at: entry, rule: 'rights', message: `${name} is editable, so it must be readable.` });
  }
  if (!field) return problems;
  const type = value(field, 'type') ?? '';
  if (isTrue(field, 'required') || type === 'MasterDetail') {
    const message = `${name} is ${type === 'MasterDetail' ? 'master-detail' : 'required'}: everybody has it, leave it out.`;
    problems.push({ at: entry, rule: 'always-visible', message });
  }
  if (editable && isTrue(entry, 'editable') && (child(field, 'formula') || READ_ONLY.has(type))) {
    problems.push({
      at: editable,
      rule: 'read-only',
      message: `${name} is computed: editable must be false.`,
    });
  }
  return problems;
}

function objectRemarks(entry: XmlElement): Remark[] {
  return IMPLIED.filter(([right]) => isTrue(entry, right)).flatMap(([right, needs]) =>
    needs
      .filter((need) => !isTrue(entry, need))
      .map((need) => ({
        at: entry,
        rule: 'rights',
        message: `${value(entry, 'object')}: ${right} needs ${need}.`,
      })),
  );
}

function twice(entries: readonly XmlElement[], name: string): Remark[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const key = value(entry, name)?.toLowerCase() ?? '';
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ at: entry, rule: 'twice', message: `${value(entry, name)} is listed twice.` }];
  });
}
