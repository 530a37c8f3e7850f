/** Paths into billing objects, in the notation that `BillingPath` reads. */
import type { PathModel, PathStep } from '../../model/model.ts';
import type { Expression } from './print/expression.ts';
import { create } from './print/expression.ts';
import { apexString } from './print/text.ts';

const encoded = (name: string): string =>
  name.replace(/[%.,=()[\]]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** One property on the way, and what has to be chosen in it. Without a name it narrows the object itself. */
export interface Hop {
  readonly name: string;
  readonly isList: boolean;
  readonly match: Readonly<Record<string, string>>;
}

function matchOf(step: PathStep): Readonly<Record<string, string>> {
  if (step.kind === 'only') return { [step.tag]: step.value };
  return step.kind === 'one' ? step.match : {};
}

/** The steps of the model, with those that choose joined to the property that they choose in. */
export function hopsOf(path: PathModel): Hop[] {
  const hops: Hop[] = [];
  for (const step of path.steps) {
    const last = hops.at(-1);
    if (step.kind === 'property') hops.push({ name: step.name, isList: false, match: {} });
    else if (last === undefined) hops.push({ name: '', isList: false, match: matchOf(step) });
    else {
      const isList = last.isList || step.kind !== 'only';
      hops[hops.length - 1] = { ...last, isList, match: { ...last.match, ...matchOf(step) } };
    }
  }
  return hops;
}

function hopText({ name, isList, match }: Hop): string {
  const pairs = Object.entries(match).map(([key, value]) => `${encoded(key)}=${encoded(value)}`);
  const text = pairs.join(',');
  if (isList) return `${encoded(name)}[${text}]`;
  return text === '' ? encoded(name) : `${encoded(name)}(${text})`;
}

/** `responsible_party(party_type=person).addresses[purpose=PRIMARY].email`. */
export const pathText = (path: PathModel): string => hopsOf(path).map(hopText).join('.');

/** Of a dotted path in the profile, such as `error.code`. */
export const dottedPath = (text: string): Expression => create('BillingPath', apexString(text));

export const pathExpression = (path: PathModel): Expression =>
  create('BillingPath', apexString(pathText(path)));

/** Name of the outermost property. */
export const rootOf = (path: PathModel): string => hopsOf(path).find(({ name }) => name !== '')?.name ?? '';
