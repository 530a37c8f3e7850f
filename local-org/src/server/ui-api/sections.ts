import type { FieldSection, PageComponent, PageRegion } from '../../pages/model.ts';

/** All field sections of a page, whatever tab they stand on. */
export function sectionsOf(regions: readonly PageRegion[]): FieldSection[] {
  return regions.flatMap(({ components }) => components.flatMap(sectionsIn));
}

function sectionsIn(component: PageComponent): FieldSection[] {
  if (component.kind === 'fieldSection') return [component];
  return component.kind === 'tabset'
    ? component.tabs.flatMap((tab) => tab.components.flatMap(sectionsIn))
    : [];
}
