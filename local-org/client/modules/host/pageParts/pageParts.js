/** The components of a page, each with a key and flags that markup can ask for. */
export function pageComponents(components) {
  return components.map((component, index) => ({
    ...component,
    key: `${component.kind}-${index}`,
    isComponent: component.kind === 'lwc',
    isFieldSection: component.kind === 'fieldSection',
    isRelatedList: component.kind === 'relatedList',
    isTabset: component.kind === 'tabset',
  }));
}

/** The names of all fields that regions show. */
export function fieldsOf(regions) {
  return regions.flatMap(({ components }) => components.flatMap(fieldsOfComponent));
}

function fieldsOfComponent(component) {
  if (component.kind === 'fieldSection') return component.columns.flat().map(({ field }) => field);
  if (component.kind === 'tabset')
    return component.tabs.flatMap(({ components }) => components.flatMap(fieldsOfComponent));
  return [];
}

/** All field sections of regions, also those inside of tabs, in the order of the page. */
export function sectionsOf(regions) {
  return regions.flatMap(({ components }) => components.flatMap(sectionsOfComponent));
}

function sectionsOfComponent(component) {
  if (component.kind === 'fieldSection') return [component];
  if (component.kind === 'tabset')
    return component.tabs.flatMap(({ components }) => components.flatMap(sectionsOfComponent));
  return [];
}
