import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { html, path } from '../../src/ui/html.ts';

test('everything put into a template is escaped', () => {
  assert.equal(
    html`<b title="${'"\'<&>'}">${'<script>'}</b>`.text,
    '<b title="&quot;&#39;&lt;&amp;&gt;">&lt;script&gt;</b>',
  );
});

test('markup and lists of it stay as they are, absent pieces leave nothing', () => {
  assert.equal(html`${[html`<i>a</i>`, 'b<', 0]}${null}${undefined}${false}`.text, '<i>a</i>b&lt;0');
});

test('no text can end an attribute or open a tag', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const markup = html`<a title="${text}">${text}</a>`.text;
      const [, inAttribute = '', inside = ''] = /^<a title="([^"]*)">([^<]*)<\/a>$/.exec(markup) ?? [];
      return inAttribute === inside && !/[<>"']/.test(inside);
    }),
  );
});

test('a path keeps what it is made of apart', () => {
  assert.equal(path('ui', 'a/b', '..?'), '/ui/a%2Fb/..%3F');
});
