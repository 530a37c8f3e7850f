import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkBody, checkScript } from './support.ts';

const SOURCE = `Integer a = 1 ; Long b = a + 2L ; String s = 'x' + a ; Account acc = null ; acc . Name = s ;
List < Account > rows = [ SELECT Id , Name FROM Account WHERE Name = : s ] ; for ( Account row : rows ) { a += 1 ; }
for ( Integer i = 0 ; i < a ; i ++ ) { if ( i == 2 ) { continue ; } else { break ; } }
try { a ++ ; throw new AppException ( s ) ; } catch ( AppException e ) { b = - b ; } finally { a = ( Integer ) b ; }
switch on s { when 'a' , 'b' { a = 1 ; } when null { a = 2 ; } when else { a = 3 ; } }
while ( a < 3 && b > 1 || s == null ) { a *= 2 ; } do { a -- ; } while ( a > 0 ? true : false ) ;
insert acc ; upsert rows Account . Key__c ; Object o = a ?? 0 ; Boolean c = o instanceof Account ; return ;`;

const words = SOURCE.split(/\s+/);

const mutation = fc.record({
  kind: fc.constantFrom('drop', 'swap', 'copy'),
  at: fc.nat(words.length - 1),
  other: fc.nat(words.length - 1),
});

function mutate(
  edits: readonly { readonly kind: string; readonly at: number; readonly other: number }[],
): string {
  const mutated = [...words];
  for (const { kind, at, other } of edits) {
    if (kind === 'drop') mutated[at] = '';
    else if (kind === 'copy') mutated[at] = words[other]!;
    else [mutated[at], mutated[other]] = [mutated[other]!, mutated[at]!];
  }
  return mutated.join(' ');
}

test('no source that can be parsed makes the checker fail', () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (edits) => {
      const text = mutate(edits);
      assert.doesNotThrow(() => checkBody(text));
      assert.doesNotThrow(() => checkScript(text));
    }),
    { seed: 20260, numRuns: 300 },
  );
});
