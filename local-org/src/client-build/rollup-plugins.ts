import { isAbsolute } from 'node:path';
import replacePlugin from '@rollup/plugin-replace';
import type { Plugin, PluginContext } from 'rollup';

/* What rollup is told for LWC, beside LWC's own plugin. */

export const LWC_OPTIONS = {
  enableDynamicComponents: true,
  // The base components' form elements use element internals, and the page has synthetic shadow.
  enableSyntheticElementInternals: true,
  sourcemap: false,
} as const;

/** The package's types say CommonJS where the module is ESM. */
const replace = replacePlugin as unknown as typeof replacePlugin.default;

/** What LWC and the base components expect a bundler to fill in. */
export function environment(): Plugin {
  return replace({
    preventAssignment: true,
    values: { 'process.env.NODE_ENV': JSON.stringify('production'), 'import.meta.env.SSR': 'false' },
  });
}

/** The org's languages are written from left to right: the icons for the others are 1,700 modules that nobody asks for. */
export function leftToRight(): Plugin {
  return {
    name: 'left-to-right',
    resolveId(source, importer) {
      const icons = /^(lightning\/iconSvgTemplates\w*)Rtl$/.exec(source)?.[1];
      return icons === undefined ? null : this.resolve(icons, importer);
    },
  };
}

/** Compiles equal style sheets once: most of the base components carry copies of the same ones. */
export function stylesOnce(compiler: Plugin): Plugin {
  const { transform } = compiler;
  if (typeof transform !== 'function') throw new TypeError('The compiler of LWC has no transform.');
  const compiled = new Map<string, ReturnType<typeof transform>>();
  return {
    ...compiler,
    transform(source, id, ...rest) {
      if (!/\.css(?:\?|$)/.test(id)) return transform.call(this, source, id, ...rest);
      const key = `${id.split('?')[1] ?? ''}\n${source}`;
      const known = compiled.get(key) ?? transform.call(this, source, id, ...rest);
      compiled.set(key, known);
      return known;
    },
  };
}

/** Looks up each module by name once: LWC's resolver reads its configuration files anew for every import. */
export function askedOnce(): Plugin {
  const found = new Map<string, ReturnType<PluginContext['resolve']>>();
  return {
    name: 'asked-once',
    resolveId(source, importer) {
      if (!importer || source.startsWith('.') || isAbsolute(source)) return null;
      const answer = found.get(source) ?? this.resolve(source, importer, { skipSelf: true });
      found.set(source, answer);
      return answer;
    },
  };
}
