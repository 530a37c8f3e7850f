/** What test classes have in common. */
import { testClassName } from '../../../model/naming.ts';
import type { EmittedClass } from '../files.ts';
import type { Member, Statement } from '../print/class.ts';
import { method } from '../print/class.ts';
import type { Expression } from '../print/expression.ts';
import { call } from '../print/expression.ts';
import { apexString } from '../print/text.ts';

/** The class that tests another one. */
export function testClass(tested: string, members: readonly Member[], access = 'private'): EmittedClass {
  const name = testClassName(tested);
  return {
    name,
    parts: {
      doc: [`Tests of ${tested}.`],
      annotations: ['@IsTest'],
      head: `${access} class ${name}`,
      members,
    },
  };
}

/** One test; its name says what must hold. */
export function testMethod(name: string, statements: readonly Statement[]): Member {
  return method({
    doc: [],
    annotations: ['@IsTest'],
    modifiers: 'static',
    returns: 'void',
    name,
    statements,
  });
}

/** A helper of a test class. */
export function helper(
  doc: string,
  modifiers: string,
  returns: string,
  name: string,
  statements: readonly Statement[],
): Member {
  return method({ doc: [doc], modifiers, returns, name, statements });
}

export const areEqual = (expected: Expression, actual: Expression, message: string): Expression =>
  call('System.Assert.areEqual', expected, actual, apexString(message));
export const isNotNull = (actual: Expression, message: string): Expression =>
  call('System.Assert.isNotNull', actual, apexString(message));
export const isNull = (actual: Expression, message: string): Expression =>
  call('System.Assert.isNull', actual, apexString(message));
