/** Emitters of Apex: classes for types, callouts, mappers, systems, and their tests. */
import type { IntegrationModel, SystemModel } from '../../model/model.ts';
import type { NamedEmitter } from '../named-emitter.ts';
import { apiClasses } from './apis.ts';
import type { EmittedClass } from './files.ts';
import { classFiles } from './files.ts';
import { mapperClasses } from './mappers.ts';
import { samplesClass } from './samples.ts';
import { systemClass } from './systems.ts';
import { apiTests } from './tests/apis.ts';
import { mapperTests } from './tests/mappers.ts';
import { samplesTest } from './tests/samples.ts';
import { systemTest } from './tests/systems.ts';
import { typeTests } from './tests/types.ts';
import { typeClasses } from './types.ts';

type ClassEmitter = (model: IntegrationModel, system: SystemModel) => readonly EmittedClass[];

const named = (name: string, emit: ClassEmitter): NamedEmitter => ({
  name,
  emit: (model, context) =>
    model.systems.flatMap((system) =>
      emit(model, system).flatMap((emitted) => classFiles(system, context, emitted)),
    ),
});

export const apexEmitters: readonly NamedEmitter[] = [
  named('Apex types', (_, system) => typeClasses(system)),
  named('Apex callouts', (_, system) => apiClasses(system)),
  named('Apex mappers', mapperClasses),
  named('Apex systems', (_, system) => [systemClass(system)]),
  named('Apex samples', (_, system) => samplesClass(system)),
  named('Apex tests', (model, system) => [
    ...typeTests(system),
    ...apiTests(system),
    ...mapperTests(model, system),
    systemTest(system),
    ...samplesTest(system),
  ]),
];
