/** What must hold for every emitted class, whatever the system. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { maxApiName } from '../../src/model/naming.ts';
import { testModel } from '../support/model.ts';
import { classesOf, emitted, fixtureModel } from './emitted.ts';
import { formattedApex } from './prettier.ts';

const models = {
  acme: fixtureModel('acme'),
  'two systems': fixtureModel('two-systems'),
  meter: testModel(),
};

for (const [name, model] of Object.entries(models)) {
  const files = emitted(model);
  const classes = classesOf(files);

  describe(name, () => {
    test('there are classes', () => assert.ok(classes.size > 10));

    test('each class is in the layout of Prettier', async () => {
      for (const [className, content] of classes) {
        assert.equal(content, await formattedApex(content), className);
      }
    });

    test('each class has its metadata file', () => {
      for (const { path } of files.filter((file) => file.path.endsWith('.cls'))) {
        const meta = files.find((file) => file.path === `${path}-meta.xml`);
        assert.match(
          meta?.content ?? '',
          /<apiVersion>67\.0<\/apiVersion>\n {4}<status>Active<\/status>/,
          path,
        );
      }
    });

    test('no name is taken twice, or too long', () => {
      const names = [...classes.keys()].map((className) => className.toLowerCase());
      assert.equal(new Set(names).size, files.length / 2);
      for (const className of names) assert.ok(className.length <= maxApiName, className);
    });

    test('each class states its sharing, or is a test', () => {
      for (const content of classes.values()) {
        assert.match(content, /^(?:@IsTest|public inherited sharing class)/m);
      }
    });

    test('each class but the tests says where it is from', () => {
      for (const [className, content] of classes) {
        if (!content.includes('@IsTest')) assert.match(content, /From [\w./-]+:\d+\./, className);
      }
    });

    test('each class has its tests', () => {
      for (const [className, content] of classes) {
        if (!content.includes('@IsTest')) assert.ok(classes.has(`${className}Test`), className);
      }
    });

    test('the same model gives the same bytes', () => {
      const again = emitted(JSON.parse(JSON.stringify(model)) as typeof model);
      assert.deepEqual(again, files);
    });
  });
}

test('two systems share nothing but the core', () => {
  const files = emitted(models['two systems']);
  const folders = new Set(files.map(({ path }) => path.split('/')[3]));
  assert.deepEqual(folders, new Set(['north', 'south']));
});
