/** The sample bodies of the API's documentation, word for word. */
import type { SystemModel } from '../../model/model.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { contractFolder } from './folder.ts';

export function sampleFiles(system: SystemModel): EmittedFile[] {
  return system.samples.map(({ name, text }) => ({
    path: `${contractFolder(system)}/samples/${name}.json`,
    content: text.endsWith('\n') ? text : `${text}\n`,
  }));
}
