/** `endpoints.json`: what a billing system offers and where, for servers and clients in any language. */
import type { OperationModel, ResourceModel, SystemModel } from '../../model/model.ts';
import { operationKey } from '../../model/naming.ts';
import { requestBody, responseItem } from '../../schema/index.ts';
import { jsonText, type Json } from '../../text/json.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { contractFolder } from './folder.ts';

function operationJson(system: SystemModel, resource: ResourceModel, operation: OperationModel): Json {
  const id = operationKey(resource, operation);
  return {
    id,
    description: operation.doc,
    method: operation.method,
    path: operation.path,
    kind: operation.kind,
    pathParameters: operation.pathParameters,
    query: operation.query.map(({ name, status, sortable }) => ({ name, status, sortable })),
    needsParameter: operation.needsParameter && { ...operation.needsParameter },
    contentType: operation.contentType ?? 'application/json',
    request: requestBody(id, operation),
    response: responseItem(system, operation),
    samples: system.samples
      .filter((sample) => sample.operation === id)
      .map(({ name, direction, section }) => ({ file: `samples/${name}.json`, direction, section })),
    mark: { ...operation.mark },
  };
}

function resourceJson(system: SystemModel, resource: ResourceModel): Json {
  return {
    name: resource.name,
    description: resource.doc,
    type: resource.type,
    operations: resource.operations.map((operation) => operationJson(system, resource, operation)),
  };
}

/** The endpoint profile of a system, with references into the schemas beside it. */
export function endpointsFile(system: SystemModel): EmittedFile {
  const { profile } = system;
  const content = jsonText({
    formatVersion: 1,
    system: system.name,
    label: system.label,
    description: profile.doc,
    basePath: profile.basePath,
    authentication: { ...profile.authentication, mark: { ...profile.authentication.mark } },
    paging: { ...profile.paging, mark: { ...profile.paging.mark } },
    filter: profile.filter && { ...profile.filter, mark: { ...profile.filter.mark } },
    errorBody: { ...profile.errorBody },
    connectionTest: profile.connectionTest,
    resources: profile.resources.map((resource) => resourceJson(system, resource)),
  });
  return { path: `${contractFolder(system)}/endpoints.json`, content };
}
