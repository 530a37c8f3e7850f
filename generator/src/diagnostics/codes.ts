/** All codes of all rooms, for the reference. */
import { validateCodes } from '../model/validate/index.ts';
import { codes as readCodes } from '../read/codes.ts';
import { writeCodes } from '../write/index.ts';

/** The codes of one room, with what each of them says. */
export interface CodeGroup {
  readonly title: string;
  readonly codes: readonly (readonly [code: string, text: string])[];
}

/** The reader's codes have names instead of titles: `arrayNotChosen` -> `Array not chosen`. */
function titleOf(name: string): string {
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const byCode = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1);

export const diagnosticCodes: readonly CodeGroup[] = [
  {
    title: 'Reading the mappings',
    codes: Object.entries(readCodes)
      .map(([name, code]) => [code, titleOf(name)] as const)
      .sort(byCode),
  },
  { title: 'Judging what they say', codes: Object.entries(validateCodes).sort(byCode) },
  { title: 'Writing the files', codes: Object.entries(writeCodes).sort(byCode) },
];
