/** Apex as Prettier lays it out, with the repository's options. */
import * as prettier from 'prettier';
import * as apexPlugin from 'prettier-plugin-apex';

export async function formattedApex(content: string): Promise<string> {
  return prettier.format(content, { parser: 'apex', plugins: [apexPlugin], printWidth: 110 });
}
