/** The class of a component of the project. */
export async function loadComponent(name) {
  const { default: component } = await load(name);
  if (component === undefined) throw new Error(`c/${name} is no component: it has no default export.`);
  return component;
}

async function load(name) {
  try {
    return await import(`c/${name}`);
  } catch (error) {
    // The import map of the page names every component of the project.
    if (/specifier/.test(error.message))
      throw new Error(`The project has no component c/${name}.`, { cause: error });
    throw error;
  }
}
