import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ruledObjects } from '../../src/access/object-rules.ts';
import { CLOSED_FIELDS, PROFILES } from '../../src/data/seed/profiles.ts';
import { schemaOf } from '../data/project.ts';

const schema = schemaOf({}, { features: ['MultiCurrency'] });

test('every object that the access rules name exists', () => {
  assert.deepEqual(
    ruledObjects().filter((name) => schema.object(name)?.name !== name),
    [],
  );
});

test('what the standard profiles open exists: objects, letters, user permissions', () => {
  const permissionSet = schema.object('PermissionSet');
  for (const { name, objects, userPermissions } of PROFILES) {
    for (const [object, letters] of Object.entries(objects)) {
      assert.ok(ruledObjects().includes(object), `${name}: ${object} has no permissions of its own`);
      assert.match(letters, /^C?R?E?D?$/, `${name}: ${object}`);
    }
    for (const permission of userPermissions) {
      const field = `permissions${permission}`.toLowerCase();
      assert.ok(permissionSet?.fields.has(field), `${name}: there is no permission ${permission}`);
    }
  }
});

test('the fields that no profile opens exist', () => {
  for (const path of CLOSED_FIELDS) {
    const [object = '', field = ''] = path.split('.');
    assert.ok(schema.object(object)?.fields.has(field), path);
  }
});
