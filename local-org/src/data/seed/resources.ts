import { readFileSync, statSync } from 'node:fs';
import { withoutPrefix } from '../seed.ts';
import type { Seeds, SeedValues } from '../seed.ts';
import { zipOf } from './zip.ts';

/** The static resources with their content. */
export function resourceRows({ schema }: Seeds): SeedValues[] {
  return [...schema.staticResources.values()].map(({ name, contentType, path }) => {
    const Body = content(path);
    const Name = withoutPrefix(name, schema);
    return {
      Name,
      ContentType: contentType,
      CacheControl: 'Public',
      NamespacePrefix: schema.namespace,
      Body,
      BodyLength: Body.length,
    };
  });
}

/** The file; the platform keeps a folder as a zip. */
function content(path: string): Uint8Array {
  return statSync(path).isDirectory() ? zipOf(path) : readFileSync(path);
}
