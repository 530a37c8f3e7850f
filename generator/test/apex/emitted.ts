/** What the Apex emitters make of the made-up systems. */
import { fileURLToPath } from 'node:url';
import { apexEmitters } from '../../src/emit/apex/index.ts';
import type { EmittedFile } from '../../src/emit/emitted-file.ts';
import type { IntegrationModel } from '../../src/model/model.ts';
import { readMappings } from '../../src/read/index.ts';

export const context = { namespace: 'billwright', apiVersion: '67.0' };

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The model of a folder of fixtures, which must have no fault. */
export function fixtureModel(name: string): IntegrationModel {
  const { model, diagnostics } = readMappings({
    root,
    mappingsDir: `generator/test/fixtures/${name}/mappings`,
  });
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  return model;
}

export const emitted = (model: IntegrationModel): EmittedFile[] =>
  apexEmitters.flatMap(({ emit }) => emit(model, context));

/** Name and text of each class. */
export const classesOf = (files: readonly EmittedFile[]): Map<string, string> =>
  new Map(
    files.flatMap(({ path, content }) => {
      const name = /([^/]+)\.cls$/.exec(path)?.[1];
      return name === undefined ? [] : [[name, content]];
    }),
  );
