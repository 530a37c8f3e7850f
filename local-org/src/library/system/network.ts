import { libraryClass } from '../library.ts';

/** Experience Cloud sites: the local org has none, and nobody works in one. */
export const networkClass = libraryClass({
  name: 'System.Network',
  statics: { 'getNetworkId()': () => null },
});
