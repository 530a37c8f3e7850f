import { readFileSync, statSync } from 'node:fs';
import { Unsupported } from '../../runtime/faults.ts';
import { withoutPrefix } from '../seed.ts';
import type { Seeds, SeedValues } from '../seed.ts';

/** The static resources with their content. */
export function resourceRows({ schema }: Seeds): SeedValues[] {
  return [...schema.staticResources.values()].map(({ name, contentType, path }) => {
    const Body = content(name, path);
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

function content(name: string, path: string): Uint8Array {
  if (statSync(path).isDirectory())
    throw new Unsupported(`the static resource ${name}, whose content is a folder`);
  return readFileSync(path);
}
