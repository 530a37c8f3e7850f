import type { Store } from '../../data/store.ts';
import { constants } from 'node:sqlite';
import type { SetAside } from './steering.ts';

/**
 * Commits what `body` writes, and lets it be set aside meanwhile: the changes are taken out of the database, others
 * run as if they had never been there, and then they come back on top of what the others have committed.
 */
export function steeredCommit<T>(store: Store, body: (setAside: SetAside) => T): T {
  const { depth } = store;
  let session = store.database.createSession();
  store.begin();
  const setAside: SetAside = (meanwhile) => {
    if (store.depth > depth + 1) {
      throw new Error('A transaction with an open savepoint cannot be paused here.');
    }
    const changes = session.changeset();
    const tables = [...store.objects()];
    const undos = store.takeUndos();
    session.close();
    store.rollbackTo(depth);
    try {
      meanwhile();
    } finally {
      session = store.database.createSession();
      store.begin();
      for (const undo of undos) store.onUndo(undo);
      // A table that was made since the transaction began went with its changes.
      for (const object of tables) store.table(object);
      if (changes.length > 0) {
        store.database.applyChangeset(changes, { onConflict: () => constants.SQLITE_CHANGESET_REPLACE });
      }
    }
  };
  try {
    const result = body(setAside);
    store.commitTo(depth);
    return result;
  } catch (error) {
    store.rollbackTo(depth);
    throw error;
  } finally {
    session.close();
  }
}
