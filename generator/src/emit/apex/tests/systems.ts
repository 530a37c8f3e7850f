/** Tests of the entry class. */
import type { SystemModel } from '../../../model/model.ts';
import { systemClassName } from '../../../model/naming.ts';
import type { EmittedClass } from '../files.ts';
import { apart, declare, run } from '../print/class.ts';
import type { Member } from '../print/class.ts';
import { call, create } from '../print/expression.ts';
import { apexString } from '../print/text.ts';
import { areEqual, isNotNull, isNull, testClass, testMethod } from './shared.ts';

function mapperTests(system: SystemModel): Member[] {
  const name = systemClassName(system);
  return system.mappings.map(({ type }, index) =>
    testMethod(`type${index + 1}HasItsMapper`, [
      declare('BillingMapper', 'mapper', call(`new ${name}().mapper`, apexString(type))),
      apart(run(areEqual(apexString(type), 'mapper.mapping().type', 'The mapper is that of its type.'))),
    ]),
  );
}

/** The test of a system's entry class. */
export function systemTest(system: SystemModel): EmittedClass {
  const name = systemClassName(system);
  return testClass(name, [
    testMethod('systemIsNamed', [
      declare(name, 'billing', create(name)),
      apart(run(areEqual(apexString(system.name), call('billing.key'), 'The key is that of the mappings.'))),
      run(areEqual(apexString(system.label), call('billing.label'), 'The label is that of the mappings.')),
      run(areEqual(String(system.mappings.length), 'billing.types().size()', 'Each mapping has a type.')),
    ]),
    testMethod('profileSaysHowToCall', [
      declare('BillingProfile', 'profile', call(`new ${name}().profile`)),
      apart(run(areEqual(apexString(system.name), 'profile.systemKey', 'Endpoints are found by the key.'))),
      run(isNotNull('profile.paging', 'Lists can be read.')),
      run(
        areEqual(
          apexString(system.profile.connectionTest),
          'profile.connectionTest',
          'A connection can be tested.',
        ),
      ),
      run(
        system.profile.filter === undefined
          ? isNull('profile.filterLanguage', 'The API has no filter language.')
          : areEqual(
              apexString(system.profile.filter.parameter),
              'profile.filterLanguage.parameter',
              'Lists can be filtered.',
            ),
      ),
      run(
        areEqual(
          String(system.profile.choices.length),
          'profile.choices.size()',
          'Set-up knows what there is to choose.',
        ),
      ),
    ]),
    ...mapperTests(system),
    testMethod('unknownTypeHasNoMapper', [
      run(isNull(call(`new ${name}().mapper`, apexString('no such type')), 'There is no such mapper.')),
    ]),
  ]);
}
