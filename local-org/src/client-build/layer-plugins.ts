import { isAbsolute } from 'node:path';
import lwc from '@lwc/rollup-plugin';
import type { RollupLwcOptions } from '@lwc/rollup-plugin';
import type { Plugin, PluginContext } from 'rolldown';
import { LWC_OPTIONS } from './lwc-options.ts';

/* What the layers are made with: 4,000 modules of others, for which rolldown takes half of rollup's time. */

/** LWC's compiler is written for rollup, whose plugins rolldown takes, too. */
export function compiler(options: RollupLwcOptions): Plugin {
  return lwc({ ...LWC_OPTIONS, ...options }) as unknown as Plugin;
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
