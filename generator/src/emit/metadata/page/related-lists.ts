import type { CoreModel, FieldModel, ObjectModel } from '../../../model/model.ts';

/** One related list of a record page. */
export interface RelatedList {
  /** Child relationship, `__r` included. */
  readonly relationship: string;
  readonly label: string;
  readonly child: string;
  /** The child's lookup or master-detail field that leads to the page's record. */
  readonly through: string;
  /** `NAME` and field API names. */
  readonly columns: readonly string[];
}

/** An object that may be a child: what it is called, and which columns of it make sense in a list. */
interface Child {
  readonly name: string;
  readonly plural: string;
  readonly fields: readonly FieldModel[];
  readonly columns: readonly string[];
}

/**
 * Our objects are listed as in search results. Of a standard object only our own fields are shown: the platform
 * names its own columns in ways that are documented nowhere.
 */
function childrenOf(core: CoreModel): Child[] {
  return [
    ...core.objects.map(({ name, plural, fields, search }) => ({ name, plural, fields, columns: search })),
    ...core.standardObjects.map(({ name, added }) => ({
      name,
      plural: name,
      fields: added,
      columns: added.filter(({ type }) => type !== 'LongTextArea').map((field) => field.name),
    })),
  ];
}

function listOf(child: Child, object: ObjectModel, relationship: string): RelatedList[] {
  return child.fields
    .filter((field) => field.target === object.name && `${field.relationship}__r` === relationship)
    .map((field) => ({
      relationship,
      label: field.relationshipLabel ?? child.plural,
      child: child.name,
      through: field.name,
      columns: child.columns.filter((column) => column !== field.name),
    }));
}

/** The related lists of an object's page, in their order. */
export function relatedLists(core: CoreModel, object: ObjectModel): RelatedList[] {
  const children = childrenOf(core);
  return object.page.relatedLists.flatMap((relationship) =>
    children.flatMap((child) => listOf(child, object, relationship)),
  );
}
