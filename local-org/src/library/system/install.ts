import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type LibraryClass, type Value } from '../library.ts';
import type { Version } from './version.ts';
import { required } from './system.ts';

/** What a script of a package hears of its installation. */
class InstallContext extends PlatformObject {
  readonly #previous: Version | null;
  readonly #isPush: boolean;

  constructor(previous: Version | null, isPush: boolean) {
    super();
    this.#previous = previous;
    this.#isPush = isPush;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.InstallContext');
  }

  'installerid/0'(): string {
    return currentTransaction().user.id;
  }

  'ispush/0'(): boolean {
    return this.#isPush;
  }

  'isupgrade/0'(): boolean {
    return this.#previous !== null;
  }

  'organizationid/0'(): string {
    return currentTransaction().organization.id;
  }

  'previousversion/0'(): Version | null {
    return this.#previous;
  }
}

class UninstallContext extends PlatformObject {
  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.UninstallContext');
  }

  'organizationid/0'(): string {
    return currentTransaction().organization.id;
  }

  'uninstallerid/0'(): string {
    return currentTransaction().user.id;
  }
}

/** `Test.testInstall`: runs the script as an installation over `previous` would, or as a first one. */
export function testInstall(handler: Value, previous: Version | null, isPush: boolean | null = false): void {
  required(handler, 'installImplementation')['oninstall/1'](new InstallContext(previous, isPush === true));
}

export function testUninstall(handler: Value): void {
  required(handler, 'uninstallImplementation')['onuninstall/1'](new UninstallContext());
}

export const installClasses: readonly LibraryClass[] = [
  'System.InstallHandler',
  'System.InstallContext',
  'System.UninstallHandler',
  'System.UninstallContext',
].map((name) => libraryClass({ name, virtual: true }));
