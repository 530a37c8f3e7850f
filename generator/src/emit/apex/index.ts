/** Emitters of Apex: classes for types, callouts, mappers, systems, and their tests. */
import type { CoreModel, IntegrationModel, SystemModel } from '../../model/model.ts';
import { coreFolder, systemFolder } from '../metadata/metadata-file.ts';
import type { NamedEmitter } from '../named-emitter.ts';
import { apiClasses } from './apis.ts';
import type { EmittedClass } from './files.ts';
import { classFiles } from './files.ts';
import { mapperClasses } from './mappers.ts';
import { reasonTextsClass } from './reasons.ts';
import { samplesClass } from './samples.ts';
import { systemClass } from './systems.ts';
import { apiTests } from './tests/apis.ts';
import { mapperTests } from './tests/mappers.ts';
import { reasonTextsTest } from './tests/reasons.ts';
import { samplesTest } from './tests/samples.ts';
import { systemTest } from './tests/systems.ts';
import { typeTests } from './tests/types.ts';
import { typeClasses } from './types.ts';

type ClassEmitter = (model: IntegrationModel, system: SystemModel) => readonly EmittedClass[];

const named = (name: string, emit: ClassEmitter): NamedEmitter => ({
  name,
  emit: (model, context) =>
    model.systems.flatMap((system) =>
      emit(model, system).flatMap((emitted) => classFiles(systemFolder(system), context, emitted)),
    ),
});

/** Classes that all systems share. */
const once = (name: string, emit: (core: CoreModel) => readonly EmittedClass[]): NamedEmitter => ({
  name,
  emit: ({ core }, context) => emit(core).flatMap((emitted) => classFiles(coreFolder, context, emitted)),
});

export const apexEmitters: readonly NamedEmitter[] = [
  once('Apex reasons', (core) => [...reasonTextsClass(core), ...reasonTextsTest(core)]),
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
