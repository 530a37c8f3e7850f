/* What layers and components are compiled with alike. */

export const LWC_OPTIONS = {
  enableDynamicComponents: true,
  // The base components' form elements use element internals, and the page has synthetic shadow.
  enableSyntheticElementInternals: true,
  sourcemap: false,
} as const;

/** What LWC and the base components expect a bundler to fill in. */
export const ENVIRONMENT = {
  'process.env.NODE_ENV': JSON.stringify('production'),
  'import.meta.env.SSR': 'false',
} as const;
