/** `docs/reference/permissions.md`: what each permission set grants, and what no package can grant. */
import type { CoreModel, PermissionSetModel } from '../../model/model.ts';
import { bullets, code, codes, markdown, section, table } from '../../text/markdown.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { banner } from './words.ts';

const access: Readonly<Record<PermissionSetModel['objects'][number]['access'], string>> = {
  read: 'read',
  edit: 'read, edit',
  delete: 'read, edit, delete',
  viewAll: 'read all records',
  modifyAll: 'read, edit and delete all records',
};

function grants({ objects, fieldsOn }: PermissionSetModel): string {
  return table(
    ['object', 'access'],
    [
      ...objects.map((one) => [
        code(one.object),
        `${access[one.access]}${one.create ? ', create' : ''}${one.without.length === 0 ? '' : `; without ${codes(one.without)}`}`,
      ]),
      ...fieldsOn.map((one) => [code(one.object), `our fields: ${access[one.access]}`]),
    ],
  );
}

function others({ classes, customPermissions, tabs, app }: PermissionSetModel): string {
  return bullets([
    ...(customPermissions.length === 0 ? [] : [`Custom permissions: ${codes(customPermissions)}`]),
    ...(classes.length === 0 ? [] : [`Classes: ${codes(classes)}, and those of the billing systems`]),
    `Tabs: ${typeof tabs === 'string' ? tabs : codes(tabs)}`,
    ...(app ? ['The app'] : []),
  ]);
}

function needs({ needs: list }: PermissionSetModel): string {
  const rows = list.map(({ object = '', field, access: wanted = '', userPermission, why }) => [
    userPermission === undefined
      ? code(field === undefined ? object : `${object}.${field}`)
      : code(userPermission),
    userPermission === undefined ? wanted : 'user permission',
    why,
  ]);
  return section(
    '### What the package can’t grant',
    rows.length === 0
      ? ''
      : 'Set-up lists what a user lacks and offers a permission set of the org’s own for it.',
    table(['on', 'access', 'why'], rows),
  );
}

export function permissionsPage({ permissionSets, customPermissions }: CoreModel): EmittedFile {
  const content = markdown(
    banner('generator/mappings/core'),
    '# Permissions',
    'A packaged permission set holds only the package’s own components: everything else would be dropped at installation. Required and master-detail fields can’t be listed; who may read the object reads them.',
    ...permissionSets.map((set) =>
      section(`## ${set.label}`, `${code(set.name)}. ${set.doc}`, grants(set), others(set), needs(set)),
    ),
    section(
      '## Custom permissions',
      table(
        ['permission', 'label', 'what it allows'],
        customPermissions.map(({ name, label, doc }) => [code(name), label, doc]),
      ),
    ),
  );
  return { path: 'docs/reference/permissions.md', content };
}
