import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { buildClient } from '../../src/client-build/index.ts';
import type { ClientBuild } from '../../src/client-build/index.ts';
import { TemporaryProject } from '../temporary-project.ts';

const LWC = 'app/main/default/lwc';

const GOOD = `import { LightningElement, api } from 'lwc';
import greeting from '@salesforce/label/c.Greeting';
import read from '@salesforce/apex/Depot.read';
import { plus } from 'c/sums';
export default class Good extends LightningElement {
  @api recordId;
  text = greeting + plus(1, 2) + read.name;
}
`;

describe('the client of a project', () => {
  const project = new TemporaryProject({ Depot: 'public class Depot {}' });
  let client: ClientBuild;

  before(async () => {
    project.addMetadata(
      'labels/CustomLabels.labels-meta.xml',
      'CustomLabels',
      '<labels><fullName>Greeting</fullName><value>Hello</value></labels>',
    );
    project.write(`${LWC}/good/good.js`, GOOD);
    project.write(`${LWC}/good/good.html`, '<template><c-part></c-part>{text}</template>');
    project.write(`${LWC}/part/part.js`, component('Part'));
    project.write(
      `${LWC}/part/part.html`,
      '<template><lightning-button label="x"></lightning-button></template>',
    );
    project.write(`${LWC}/part/__tests__/part.test.js`, 'this is no component (');
    project.write(`${LWC}/sums/sums.js`, 'export const plus = (one, other) => one + other;\n');
    project.write(`${LWC}/broken/broken.js`, component('Broken'));
    project.write(`${LWC}/broken/broken.html`, '<template>\n  <p>\n</template>');
    project.write(
      `${LWC}/lost/lost.js`,
      `import '@salesforce/apex/Dept.read';\nimport '@salesforce/label/c.Greting';\nimport 'c/gone';\n${component('Lost')}`,
    );
    project.write(`${LWC}/lost/lost.html`, '<template>\n  <lightning-map></lightning-map>\n</template>');
    project.addMetadata(
      'staticresources/logo.resource-meta.xml',
      'StaticResource',
      '<contentType>image/svg+xml</contentType>',
    );
    project.write('app/main/default/staticresources/logo.svg', '<svg/>');
    client = await buildClient({ projectRoot: project.root });
  });

  after(() => project.remove());

  const errors = (file: string): string[] =>
    client.diagnostics
      .filter((diagnostic) => diagnostic.file === `${LWC}/${file}`)
      .map(({ span, message }) => `${span.line}:${span.column} ${message}`);
  const code = (name: string): string => String(client.file(`/local/assets/c/${name}.js`)?.body);

  test('a good component is compiled and imports others by name', () => {
    assert.deepEqual(errors('good/good.js'), []);
    assert.match(code('good'), /from 'c\/sums'/);
    assert.match(code('good'), /from 'c\/part'/);
    assert.match(code('good'), /apexMethod\("Depot", "read"\)/);
    assert.match(code('part'), /from 'lightning\/button'/);
  });

  test('the page says where each module is', () => {
    const [, map = ''] = /<script type="importmap">([^]*?)<\/script>/.exec(client.page()) ?? [];
    const { imports } = JSON.parse(map) as { imports: Record<string, string> };
    assert.match(imports['c/good'] ?? '', /^\/local\/assets\/c\/good\.js\?v=\w+$/);
    for (const name of ['lwc', 'lightning/button', 'lightning/uiRecordApi', 'shell/start']) {
      const file = client.file(imports[name] ?? '');
      assert.ok(file?.immutable, `${name} is at ${imports[name]}`);
    }
  });

  test('a broken component is named with line and column and does not stop the others', () => {
    const [first = ''] = errors('broken/broken.html');
    assert.match(first, /^2:3 .*<p> has no matching closing tag/);
    assert.match(code('broken'), /throw new Error\(".*broken\.html:2:3/);
  });

  test('what is imported and not there is named where it is imported', () => {
    assert.deepEqual(errors('lost/lost.js').sort(), [
      '1:8 The project has no Apex class Dept. Did you mean Depot?',
      '2:8 The project has no custom label Greting. Did you mean Greeting?',
      '3:8 The project has no component c/gone. Did you mean c/good?',
    ]);
    assert.deepEqual(errors('lost/lost.html'), [
      '2:3 The local org does not provide lightning/map. Did you mean lightning/tab?',
    ]);
    assert.match(code('lost'), /throw new Error/);
  });

  test('styles and static resources have addresses, and nothing outside of their folders', () => {
    const styles = client.file('/assets/styles/salesforce-lightning-design-system.min.css');
    assert.equal(styles?.contentType, 'text/css; charset=utf-8');
    assert.equal(String(client.file('/resource/logo')?.body), '<svg/>');
    assert.equal(client.file('/assets/../package.json'), null);
    assert.equal(client.file('/resource/nothing'), null);
    assert.equal(client.file('/local/assets/c/nothing.js'), null);
  });

  test('a refresh builds what has changed, and soon', async () => {
    assert.deepEqual(await client.refresh(), []);
    project.write(`${LWC}/broken/broken.html`, '<template>\n  <p></p>\n</template>');
    const begun = performance.now();
    assert.deepEqual(await client.refresh(), ['broken']);
    assert.ok(performance.now() - begun < 10_000);
    assert.deepEqual(errors('broken/broken.html'), []);
    assert.doesNotMatch(code('broken'), /throw new Error\("app/);
  });
});

function component(name: string): string {
  return `import { LightningElement } from 'lwc';\nexport default class ${name} extends LightningElement {}\n`;
}
