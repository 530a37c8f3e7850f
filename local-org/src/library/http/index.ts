import type { LibraryClass } from '../library.ts';
import { httpCalloutMockClass, httpClass } from './http.ts';
import { httpRequestClass } from './request.ts';
import { httpResponseClass } from './response.ts';
import { multiStaticResourceMockClass, staticResourceMockClass } from './static-resource-mock.ts';

export const classes: readonly LibraryClass[] = [
  httpClass,
  httpCalloutMockClass,
  httpRequestClass,
  httpResponseClass,
  multiStaticResourceMockClass,
  staticResourceMockClass,
];
