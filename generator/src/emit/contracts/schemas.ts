/** `schemas.json`: JSON Schemas of all requests and responses of a billing system. */
import type { SystemModel } from '../../model/model.ts';
import { definitionsOf, dialect, schemasFile as fileName } from '../../schema/index.ts';
import { jsonText } from '../../text/json.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { contractFolder } from './folder.ts';

export function schemasFile(system: SystemModel): EmittedFile {
  const content = jsonText({
    $schema: dialect,
    title: `Requests and responses of ${system.label}`,
    $defs: definitionsOf(system),
  });
  return { path: `${contractFolder(system)}/${fileName}`, content };
}
