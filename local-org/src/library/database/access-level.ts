import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';

/** Whose rights a query or a save has. */
export class AccessLevel extends PlatformObject {
  readonly access: 'user' | 'system';

  constructor(access: 'user' | 'system') {
    super();
    this.access = access;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.AccessLevel');
  }
}

const USER = new AccessLevel('user');
const SYSTEM = new AccessLevel('system');

export const accessLevelClass = libraryClass({
  name: 'System.AccessLevel',
  staticProperties: { USER_MODE: { get: () => USER }, SYSTEM_MODE: { get: () => SYSTEM } },
});
