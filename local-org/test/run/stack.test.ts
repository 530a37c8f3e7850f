import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { TemporaryProject } from '../temporary-project.ts';
import { failureOf, logOf } from './apex.ts';

const project = new TemporaryProject({
  Deep: `public class Deep {
  public static void top() {
    middle();
  }
  static void middle() {
    new Nested().run(null);
  }
  public class Nested {
    public Nested() {}
    public Nested(String text) {
      this.run(text);
    }
    public Integer run(String text) {
      return text.length();
    }
  }
  public static Integer value {
    get {
      return 1 / zero();
    }
  }
  static Integer zero() {
    return 0;
  }
  public static void wrapped() {
    try {
      middle();
    } catch (NullPointerException error) {
      throw new WrappedException('wrapped', error);
    }
  }
  public class WrappedException extends Exception {}
}`,
  Early: `public class Early {
  static Integer n = compute();
  static Integer compute() {
    return Integer.valueOf('x');
  }
  public static void touch() {}
}`,
  Field: `public class Field {
  Integer first = 1;
  Integer second = first / 0;
  public class Part {
    Integer third = 1 / (1 - 1);
    public Part() {}
  }
}`,
});
const org = createOrg({ project: project.root, cache: null });
assert.deepEqual(org.diagnostics, []);
after(async () => {
  await org.close();
  project.remove();
});

/** Class, method and line of each frame. */
const frames = (stack: string): string[] =>
  stack.split('\n').map((line) => line.replace(/, column \d+$/, ''));

test('methods, inner classes and the block', () => {
  const { exception, stack } = failureOf(org, '\nDeep.top();');
  assert.equal(exception, 'System.NullPointerException: Attempt to de-reference a null object');
  assert.deepEqual(frames(stack), [
    'Class.Deep.Nested.run: line 14',
    'Class.Deep.middle: line 6',
    'Class.Deep.top: line 3',
    'AnonymousBlock: line 2',
  ]);
});

test('constructors are <init>, accessors and initialisers have their places', () => {
  assert.deepEqual(frames(failureOf(org, 'new Deep.Nested(null);').stack).slice(0, 2), [
    'Class.Deep.Nested.run: line 14',
    'Class.Deep.Nested.<init>: line 11',
  ]);
  assert.match(failureOf(org, 'Integer n = Deep.value;').stack, /^Class\.Deep\.[\w<>]+: line 19/);
  const field = failureOf(org, 'new Field();');
  assert.equal(field.exception, 'System.MathException: Divide by 0');
  assert.deepEqual(frames(field.stack), ['Class.Field.<init>: line 3', 'AnonymousBlock: line 1']);
  assert.deepEqual(frames(failureOf(org, 'new Field.Part();').stack), [
    'Class.Field.Part.<init>: line 5',
    'AnonymousBlock: line 1',
  ]);
});

test('static initialisers', () => {
  const { exception, stack } = failureOf(org, 'Early.touch();');
  assert.equal(exception, 'System.TypeException: Invalid integer: x');
  assert.deepEqual(frames(stack).slice(0, 2), [
    'Class.Early.compute: line 4',
    'Class.Early.<clinit>: line 2',
  ]);
});

test('the stack of an exception is that of where it was made, and its cause keeps its own', () => {
  const lines = logOf(
    org,
    `try {
      Deep.wrapped();
    } catch (Deep.WrappedException error) {
      System.debug(error.getStackTraceString());
      System.debug(error.getLineNumber());
      System.debug(error.getCause().getLineNumber());
      System.debug(error.getTypeName());
    }`,
  );
  assert.match(lines[0] ?? '', /^Class\.Deep\.wrapped: line 29, column \d+\nAnonymousBlock: line 2/);
  assert.deepEqual(lines.slice(1), ['29', '14', 'Deep.WrappedException']);
});
