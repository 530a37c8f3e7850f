import type { Objects } from '../../project/objects.ts';
import type { Remark } from './query.ts';

const NOISE = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'/g;
const TOKEN = /(?<![\w.])(?:Schema\.)?(?<object>[A-Za-z]\w*)\.(?<field>\w+__[cr])\b/g;

/**
 * `Account.Billing__c` and the like: a field token, or a variable that is called like its object. Only names with a
 * custom suffix are looked at, so that methods and inner classes are never taken for fields.
 */
export function tokenRemarks(text: string, objects: Objects): Remark[] {
  const code = text.replace(NOISE, (noise) => noise.replace(/[^\n]/g, ' '));
  return [...code.matchAll(TOKEN)].flatMap((match) => {
    const { object = '', field = '' } = match.groups ?? {};
    const shape = objects.find(object);
    const key = objects.plain(field).toLowerCase();
    if (!shape || shape.fields.has(key) || shape.parents.has(key) || shape.children.has(key)) return [];
    const before = code.slice(0, match.index).split('\n');
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return [{ ...place, rule: 'field', message: `${shape.name} has no field ${field}.` }];
  });
}
