/** The lock on released names. */
export { checkLock, release } from './check.ts';
export { lockPath, lockText, readLock, type LockedName, type NamesLock } from './lock-file.ts';
export { namesOf } from './names.ts';
