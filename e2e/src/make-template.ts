/** `node make-template.ts <folder>`: fills the folder for `BILLWRIGHT_E2E_TEMPLATE`. */
import { makeTemplate } from './template.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new TypeError('Name the folder.');
await makeTemplate(folder);
