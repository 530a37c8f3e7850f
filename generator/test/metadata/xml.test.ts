import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { escapeXml } from '../../src/emit/metadata/xml/escape.ts';
import { printMetadata } from '../../src/emit/metadata/xml/print.ts';
import { TypedValue } from '../../src/emit/metadata/xml/typed-value.ts';

const parser = new XMLParser({ trimValues: false, parseTagValue: false, ignoreAttributes: false });

/** Text that is legal in XML and not only white space, which no parser promises to keep. */
const legal = fc
  .string({ unit: 'binary', minLength: 1 })
  .filter((text) => !/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/.test(text) && text.trim() !== '');

test('a text comes back from a parser as it was', () => {
  fc.assert(
    fc.property(legal, (text) => {
      const { x } = parser.parse(`<x>${escapeXml(text)}</x>`) as { x: string };
      assert.equal(x, text);
    }),
  );
});

test('any string at all gives well-formed XML, in an element and in an attribute', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('\0', '\ud800', '\udfff', '\ufffe', ']]>', '<!--', '&', '"', 'ä') }),
      (text) => {
        const escaped = escapeXml(text);
        assert.equal(XMLValidator.validate(`<x y="${escaped}">${escaped}</x>`), true);
        assert.ok(escaped.isWellFormed());
      },
    ),
  );
});

test('line ends become line feeds', () => {
  assert.equal(escapeXml('a\r\nb\rc'), 'a\nb\nc');
});

test('elements are sorted as Salesforce returns them, whatever the order in the code', () => {
  const text = printMetadata('CustomField', {
    type: 'Text',
    label: 'A & B',
    fullName: 'X__c',
    length: 3,
    unique: undefined,
  });
  assert.equal(
    text,
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">',
      '    <fullName>X__c</fullName>',
      '    <label>A &amp; B</label>',
      '    <length>3</length>',
      '    <type>Text</type>',
      '</CustomField>',
      '',
    ].join('\n'),
  );
});

test('a typed value says its type, and an empty one that there is none', () => {
  const text = printMetadata('CustomMetadata', {
    values: [
      { field: 'A__c', value: TypedValue.text('a\tb\nc') },
      { field: 'B__c', value: TypedValue.checkbox(false) },
      { field: 'C__c', value: TypedValue.text('') },
    ],
  });
  assert.match(text, /<value xsi:type="xsd:string">a\tb\nc<\/value>/);
  assert.match(text, /<value xsi:type="xsd:boolean">false<\/value>/);
  assert.match(text, /<value xsi:nil="true"\/>/);
});
