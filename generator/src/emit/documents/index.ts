/** Emitters of what people read: the reference, and files for Data Loader. */
import type { NamedEmitter } from '../named-emitter.ts';
import { dataDictionary } from './data-dictionary.ts';
import { dataLoaderFiles } from './data-loader.ts';
import { diagnosticsPage } from './diagnostics-page.ts';
import { endpointsPage } from './endpoints-page.ts';
import { mappingPage } from './mapping-page.ts';
import { permissionsPage } from './permissions-page.ts';
import { reasonsPage } from './reasons-page.ts';
import { valueMapsPage } from './value-maps-page.ts';

export const documentEmitters: readonly NamedEmitter[] = [
  {
    name: 'mapping pages',
    emit: ({ systems }) =>
      systems.flatMap((system) => system.mappings.map((mapping) => mappingPage(system, mapping))),
  },
  { name: 'endpoint pages', emit: ({ systems }) => systems.map(endpointsPage) },
  { name: 'value map pages', emit: ({ systems }) => systems.map(valueMapsPage) },
  { name: 'data dictionary', emit: (model) => [dataDictionary(model)] },
  { name: 'reasons page', emit: (model) => [reasonsPage(model)] },
  { name: 'permissions page', emit: ({ core }) => [permissionsPage(core)] },
  { name: 'diagnostics page', emit: () => [diagnosticsPage()] },
  {
    name: 'data loader',
    emit: (model, context) => model.systems.flatMap((system) => dataLoaderFiles(model, system, context)),
  },
];
