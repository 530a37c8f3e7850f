import type * as ast from '../syntax/ast.ts';
import type { Sharing, Visibility } from './symbols.ts';

const SHARING: Readonly<Partial<Record<ast.ModifierName, Sharing>>> = {
  withsharing: 'with',
  withoutsharing: 'without',
  inheritedsharing: 'inherited',
};

export function hasModifier(modifiers: ast.Modifiers, name: ast.ModifierName): boolean {
  return modifiers.names.some((each) => each.name === name);
}

export function findAnnotation(annotations: readonly ast.Annotation[], name: string): ast.Annotation | null {
  return annotations.find((each) => each.name.text.toLowerCase() === name.toLowerCase()) ?? null;
}

/** The written visibility, or null when none is. */
export function writtenVisibility(modifiers: ast.Modifiers): Visibility | null {
  if (hasModifier(modifiers, 'webservice') || hasModifier(modifiers, 'global')) return 'global';
  for (const name of ['public', 'protected', 'private'] as const)
    if (hasModifier(modifiers, name)) return name;
  return null;
}

export function writtenSharing(modifiers: ast.Modifiers): Sharing {
  for (const each of modifiers.names) {
    const sharing = SHARING[each.name];
    if (sharing) return sharing;
  }
  return null;
}

export function isTestModified(modifiers: ast.Modifiers): boolean {
  return hasModifier(modifiers, 'testmethod') || findAnnotation(modifiers.annotations, 'isTest') !== null;
}
