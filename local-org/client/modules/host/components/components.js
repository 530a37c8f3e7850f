/** The class of a component of the project. */
export async function loadComponent(name) {
  const { default: component } = await import(`c/${name}`);
  if (component === undefined) throw new Error(`c/${name} is no component: it has no default export.`);
  return component;
}
