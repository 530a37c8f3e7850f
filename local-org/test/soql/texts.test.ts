import assert from 'node:assert/strict';
import { test } from 'node:test';
import { World } from './harness.ts';

function worldOf(...names: string[]): World {
  const world = new World();
  for (const Name of names) world.add('Account', { Name });
  return world;
}

const WORLD = worldOf('Äpfel', 'apfel', 'Zebra', 'ÉCLAIR', 'Straße', 'ИВАНОВ и сыновья', 'Apfelbaum');

function names(where: string, ...binds: unknown[]): unknown[] {
  return WORLD.values('Name', `SELECT Name FROM Account ${where}`, ...binds);
}

test('letters beyond ASCII compare without case, also in lists, patterns and unequal', () => {
  assert.deepEqual(names("WHERE Name = 'äPFEL'"), ['Äpfel']);
  assert.deepEqual(names('WHERE Name = :n', 'éclair'), ['ÉCLAIR']);
  assert.deepEqual(names('WHERE Name = :n', 'иванов И СЫНОВЬЯ'), ['ИВАНОВ и сыновья']);
  assert.deepEqual(names("WHERE Name IN ('ÄPFEL', 'zebra', null) ORDER BY Name"), ['Äpfel', 'Zebra']);
  assert.deepEqual(names('WHERE Name IN :all ORDER BY Name', WORLD.list('String', 'äpfel', 'ZEBRA')), [
    'Äpfel',
    'Zebra',
  ]);
  assert.deepEqual(names("WHERE Name LIKE 'É%'"), ['ÉCLAIR']);
  assert.deepEqual(names('WHERE Name LIKE :p', 'иван%'), ['ИВАНОВ и сыновья']);
  assert.deepEqual(names("WHERE Name != 'äpfel' AND Name LIKE '%pfel'"), ['apfel']);
  assert.deepEqual(names("WHERE (NOT Name = 'STRAßE') AND Name LIKE 's%'"), []);
});

test('a letter whose upper case is two others is none of them', () => {
  const world = worldOf('Straße', 'Strasse');
  assert.deepEqual(world.values('Name', "SELECT Name FROM Account WHERE Name = 'straße'"), ['Straße']);
  assert.deepEqual(world.values('Name', "SELECT Name FROM Account WHERE Name = 'strasse'"), ['Strasse']);
});

test('texts are sorted by letters, then accents, and compared so', () => {
  assert.deepEqual(names('ORDER BY Name'), [
    'apfel',
    'Äpfel',
    'Apfelbaum',
    'ÉCLAIR',
    'Straße',
    'Zebra',
    'ИВАНОВ и сыновья',
  ]);
  assert.deepEqual(names("WHERE Name < 'F' ORDER BY Name DESC"), ['ÉCLAIR', 'Apfelbaum', 'Äpfel', 'apfel']);
  assert.deepEqual(names("WHERE Name > 'äpfel' AND Name < 'b'"), ['Apfelbaum']);
});

test('texts that differ in case alone are one group', () => {
  const world = worldOf('Ärger', 'ÄRGER', 'x', 'X');
  const counts = world.values('c', 'SELECT Name, COUNT(Id) c FROM Account GROUP BY Name ORDER BY Name');
  assert.deepEqual(counts, [2, 2]);
  assert.deepEqual(world.values('c', 'SELECT COUNT_DISTINCT(Name) c FROM Account'), [2]);
});

test('a key beyond ASCII is looked up in the index', () => {
  const world = new World();
  for (let at = 0; at < 5; at++) world.add('Order_Line__c', { Key__c: `Ä-${at}` });
  assert.deepEqual(world.values('Key__c', 'SELECT Key__c FROM Order_Line__c WHERE Key__c = :k', 'ä-3'), [
    'Ä-3',
  ]);
});
