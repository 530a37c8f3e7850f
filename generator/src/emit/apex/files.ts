/** Files of an Apex class. */
import type { EmitContext, EmittedFile } from '../emitted-file.ts';
import type { ClassParts } from './print/class.ts';
import { classText } from './print/class.ts';

const metaText = (apiVersion: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>${apiVersion}</apiVersion>
    <status>Active</status>
</ApexClass>
`;

/** A class to be emitted: its name and its parts. */
export interface EmittedClass {
  readonly name: string;
  readonly parts: ClassParts;
}

/** The class and its metadata file. `folder` is that of the system, or of what all share. */
export function classFiles(
  folder: string,
  context: EmitContext,
  { name, parts }: EmittedClass,
): EmittedFile[] {
  const path = `${folder}/classes/${name}.cls`;
  const component = { type: 'ApexClass', name };
  return [
    { path, content: classText(parts), component },
    { path: `${path}-meta.xml`, content: metaText(context.apiVersion), component },
  ];
}
