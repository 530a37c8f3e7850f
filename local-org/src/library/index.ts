import { classes as appLauncherClasses } from './app-launcher/index.ts';
import { classes as assertClasses } from './assert/index.ts';
import { classes as asyncClasses } from './async/index.ts';
import { classes as cacheClasses } from './cache/partition.ts';
import { classes as collectionClasses } from './collections/index.ts';
import { classes as connectApiClasses } from './connect-api/index.ts';
import { classes as cryptoClasses } from './crypto/index.ts';
import { classes as databaseClasses } from './database/index.ts';
import { classes as dateClasses } from './dates/index.ts';
import { classes as eventClasses } from './events/index.ts';
import { classes as formulaClasses } from './formula/index.ts';
import { classes as httpClasses } from './http/index.ts';
import { classes as jsonClasses } from './json/index.ts';
import type { LibraryClass } from './library.ts';
import { classes as messagingClasses } from './messaging/email.ts';
import { classes as numberClasses } from './numbers/index.ts';
import { classes as objectClasses } from './objects/index.ts';
import { classes as restClasses } from './rest/rest-context.ts';
import { classes as schemaClasses } from './schema/index.ts';
import { classes as securityClasses } from './security/index.ts';
import { classes as systemClasses } from './system/index.ts';
import { classes as textClasses } from './text/index.ts';
import { classes as visualforceClasses } from './visualforce/index.ts';
import { classes as xmlClasses } from './xml/index.ts';

/** Every platform class that the local org supports. */
export const library: readonly LibraryClass[] = [
  ...appLauncherClasses,
  ...assertClasses,
  ...asyncClasses,
  ...cacheClasses,
  ...collectionClasses,
  ...connectApiClasses,
  ...cryptoClasses,
  ...databaseClasses,
  ...dateClasses,
  ...eventClasses,
  ...formulaClasses,
  ...httpClasses,
  ...jsonClasses,
  ...messagingClasses,
  ...numberClasses,
  ...objectClasses,
  ...restClasses,
  ...schemaClasses,
  ...securityClasses,
  ...systemClasses,
  ...textClasses,
  ...visualforceClasses,
  ...xmlClasses,
];
