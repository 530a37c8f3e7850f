import type { ObjectDraft } from './draft.ts';
import type { ChildRelationship, FieldModel } from './model.ts';
import type { ObjectParts } from './source/object-parts.ts';

/** A standard object whose records may hang on those of any custom object. */
interface Companion {
  readonly object: string;
  readonly field: string;
  /** How the custom object names them; null where it has no such list. */
  readonly relationship: string | null;
  readonly onDelete: ChildRelationship['onDelete'];
}

const ALWAYS: readonly Companion[] = [
  { object: 'Attachment', field: 'ParentId', relationship: 'Attachments', onDelete: 'cascade' },
  { object: 'Note', field: 'ParentId', relationship: 'Notes', onDelete: 'cascade' },
  {
    object: 'NoteAndAttachment',
    field: 'ParentId',
    relationship: 'NotesAndAttachments',
    onDelete: 'setNull',
  },
  {
    object: 'ContentDocumentLink',
    field: 'LinkedEntityId',
    relationship: 'ContentDocumentLinks',
    onDelete: 'cascade',
  },
  { object: 'FeedItem', field: 'ParentId', relationship: null, onDelete: 'cascade' },
  { object: 'EntitySubscription', field: 'ParentId', relationship: null, onDelete: 'cascade' },
  { object: 'TopicAssignment', field: 'EntityId', relationship: 'TopicAssignments', onDelete: 'cascade' },
  {
    object: 'ProcessInstance',
    field: 'TargetObjectId',
    relationship: 'ProcessInstances',
    onDelete: 'cascade',
  },
  { object: 'EmailMessage', field: 'RelatedToId', relationship: null, onDelete: 'setNull' },
];
/** Where the object allows activities. */
const ACTIVITIES: readonly Companion[] = [
  { object: 'Task', field: 'WhatId', relationship: 'Tasks', onDelete: 'cascade' },
  { object: 'Event', field: 'WhatId', relationship: 'Events', onDelete: 'cascade' },
];

function companions(parts: ObjectParts): readonly Companion[] {
  return parts.definition?.flag('enableActivities') ? [...ALWAYS, ...ACTIVITIES] : ALWAYS;
}

/** Gives a custom object the lists that every object has. */
export function addCompanions(draft: ObjectDraft, parts: ObjectParts): void {
  for (const { relationship, object, field, onDelete } of companions(parts)) {
    if (relationship)
      draft.children.set(relationship, () => ({ name: relationship, object, field, onDelete }));
  }
}

/** Lets the fields of a standard object name records of the custom ones. */
export function admitCustomObjects(draft: ObjectDraft, custom: readonly ObjectParts[]): void {
  for (const parts of custom) {
    for (const { object, field } of companions(parts)) {
      if (object === draft.name) admit(draft, field.toLowerCase(), parts.name);
    }
  }
}

function admit(draft: ObjectDraft, key: string, object: string): void {
  const field: FieldModel | undefined = draft.fields.get(key);
  const reference = field?.reference;
  // A reference that names no object takes any.
  if (!field || !reference || reference.to.length === 0) return;
  draft.fields.set(key, { ...field, reference: { ...reference, to: [...reference.to, object] } });
}
