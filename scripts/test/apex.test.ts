import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apexSecondOpinion } from '../src/checks/apex-second-opinion.ts';
import { apexTypes } from '../src/checks/apex-types.ts';
import { copyOfClean, lines } from './support/project.ts';

function has(found: readonly string[], expected: RegExp): void {
  assert.ok(
    found.some((line) => expected.test(line)),
    `${expected} is not in:\n${found.join('\n')}`,
  );
}

// One run of each compiler over right and wrong classes together: a virtual machine takes seconds to start.
test('the two compilers', async (t) => {
  const project = copyOfClean(t, { over: ['apex'] });
  const [types, opinion] = await Promise.all([apexTypes.run(project), apexSecondOpinion.run(project)]);

  for (const { name, result } of [
    { name: 'apex-types', result: types },
    { name: 'apex-second-opinion', result: opinion },
  ]) {
    const found = lines(result.findings);

    await t.test(`${name} looks at every class and trigger`, () => assert.equal(result.looked, 7));

    await t.test(`${name} says nothing of right classes`, () => {
      const wrong = found.filter((line) => !/\/Wrong\w+\.cls/.test(line));
      assert.deepEqual(wrong, []);
    });

    await t.test(`${name} finds an unknown type, variable and field and a wrong assignment`, () => {
      has(found, /WrongTypes\.cls:3 .*Missing/);
      has(found, /WrongTypes\.cls:4 .*(Integer|String)/);
      has(found, /WrongTypes\.cls:5 .*Gone__c/);
      has(found, /WrongTypes\.cls:6 .*unknownVariable/);
    });
  }

  await t.test('the second opinion finds what apex-ls misses', () => {
    const found = lines(opinion.findings);
    has(found, /WrongPlatform\.cls:3 .*Child must implement/);
    has(found, /WrongPlatform\.cls:7 .*must have a name ending in Exception/);
    has(found, /WrongPlatform\.cls:10 .*Gone__c/);
    has(found, /WrongPlatform\.cls:11 .*Gone__c/);
    has(found, /WrongPlatform\.cls:12 .*Gone__c/);
    has(found, /WrongPlatform\.cls:14 .*Invalid type: System\.String/);
    has(found, /WrongPlatform\.cls:14 .*Invalid type: System\.SObject/);
    has(found, /WrongPlatform\.cls:15 .*Invalid type: System\.Id/);
    has(found, /WrongPlatform\.cls:16 .*Invalid type: System\.Decimal/);
  });
});
