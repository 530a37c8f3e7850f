import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standardTypesJar } from '../../src/platform/catalogue.ts';
import { parseMember } from '../../src/platform/declaration-text.ts';
import { readClass, readFields } from '../../src/platform/jar/class-file.ts';
import { parseClassSignature, parseMethodSignature } from '../../src/platform/jar/signature.ts';
import { Zip } from '../../src/platform/jar/zip.ts';

const zip = new Zip(standardTypesJar());

test('a class file gives its declarations', () => {
  const list = readClass(zip.read('com/nawforce/runforce/System/List.class')!);
  assert.equal(list.name, 'com/nawforce/runforce/System/List');
  assert.equal(list.superName, 'java/lang/Object');
  assert.deepEqual(list.interfaceNames, ['com/nawforce/runforce/System/Iterable']);
  const get = list.methods.find((each) => each.name === 'get')!;
  assert.equal(get.signature, '(Lcom/nawforce/runforce/System/Integer;)TT;');
  assert.equal(get.descriptor, '(Lcom/nawforce/runforce/System/Integer;)Ljava/lang/Object;');
  assert.deepEqual(readFields(zip.read('com/nawforce/runforce/System/Type.class')!), [
    { name: 'SObjectType', descriptor: 'Lcom/nawforce/runforce/Schema/SObjectType;' },
  ]);
});

test('generic signatures are read', () => {
  const signature = parseClassSignature(
    '<K:Ljava/lang/Object;V::La/B;>Ljava/lang/Object;La/Map<TK;La/List<TV;>;>;',
  );
  assert.deepEqual(signature.typeParameters, ['K', 'V']);
  assert.deepEqual(signature.interfaces, [
    {
      kind: 'class',
      name: 'a/Map',
      arguments: [
        { kind: 'parameter', name: 'K' },
        { kind: 'class', name: 'a/List', arguments: [{ kind: 'parameter', name: 'V' }] },
      ],
    },
  ]);
  assert.deepEqual(parseMethodSignature('(I[Z)V'), {
    parameters: [
      { kind: 'base', letter: 'I' },
      { kind: 'array', element: { kind: 'base', letter: 'Z' } },
    ],
    returnType: { kind: 'void' },
  });
  assert.throws(() => parseMethodSignature('(Q)V'), /Unknown type Q/);
});

test('a written member that is not well formed is refused', () => {
  const none = { find: () => null };
  assert.throws(() => parseMember('Integer', [], none), /has no class|well formed/);
  assert.throws(() => parseMember('Nothing go()', [], none), /no class System.Nothing/);
  const method = parseMember('static Integer go(String, T)', ['T'], none);
  assert.deepEqual(
    [method.kind, method.isStatic, method.name, method.parameters.length],
    ['method', true, 'go', 2],
  );
});
