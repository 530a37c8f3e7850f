/** Emitters of Salesforce metadata. What all systems share comes from core and is emitted once. */
import type { CoreModel, SystemModel } from '../../model/model.ts';
import type { EmittedFile, Emitter } from '../emitted-file.ts';
import type { NamedEmitter } from '../named-emitter.ts';
import { appFiles } from './apps.ts';
import { compactLayoutFiles } from './compact-layouts.ts';
import { customPermissionFiles } from './custom-permissions.ts';
import { fieldFiles } from './fields.ts';
import { listViewFiles } from './list-views.ts';
import { metadataTypeFiles } from './metadata-types.ts';
import { objectFiles } from './objects.ts';
import { layoutFiles } from './page/layouts.ts';
import { recordPageFiles } from './page/record-pages.ts';
import { permissionSetFiles } from './permission-sets.ts';
import { quickActionFiles } from './quick-actions.ts';
import { reasonLabelFiles } from './reason-labels.ts';
import { billingEndpointFiles } from './records/billing-endpoints.ts';
import { billingSystemFiles } from './records/billing-systems.ts';
import { billingValueMapFiles } from './records/billing-value-maps.ts';
import { neededPermissionFiles } from './records/needed-permissions.ts';
import { tabFiles } from './tabs.ts';

export { componentsOfFile } from './hand-written.ts';
export { packageXml, type ComponentName } from './package-xml.ts';

const once =
  (emit: (core: CoreModel) => readonly EmittedFile[]): Emitter =>
  ({ core }) =>
    emit(core);

const perSystem =
  (emit: (system: SystemModel) => readonly EmittedFile[]): Emitter =>
  ({ systems }) =>
    systems.flatMap(emit);

export const metadataEmitters: readonly NamedEmitter[] = [
  { name: 'objects', emit: once(objectFiles) },
  { name: 'metadata types', emit: once(metadataTypeFiles) },
  { name: 'fields', emit: once(fieldFiles) },
  { name: 'compact layouts', emit: once(compactLayoutFiles) },
  { name: 'list views', emit: once(listViewFiles) },
  { name: 'layouts', emit: once(layoutFiles) },
  { name: 'record pages', emit: once(recordPageFiles) },
  { name: 'quick actions', emit: once(quickActionFiles) },
  { name: 'tabs', emit: once(tabFiles) },
  { name: 'apps', emit: once(appFiles) },
  { name: 'custom permissions', emit: once(customPermissionFiles) },
  { name: 'reason labels', emit: once(reasonLabelFiles) },
  { name: 'permission sets', emit: permissionSetFiles },
  { name: 'needed permissions', emit: once(neededPermissionFiles) },
  { name: 'billing systems', emit: perSystem(billingSystemFiles) },
  { name: 'billing endpoints', emit: perSystem(billingEndpointFiles) },
  { name: 'billing value maps', emit: perSystem(billingValueMapFiles) },
];
