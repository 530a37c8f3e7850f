export const ROOT = 'com/nawforce/runforce/';

/** Namespaces that the jar writes in lower case. */
const NAMESPACES: Readonly<Record<string, string>> = {
  aiplatform: 'AiPlatform',
  applauncher: 'AppLauncher',
  cache: 'Cache',
  dom: 'Dom',
  embeddedai: 'EmbeddedAi',
  eventbus: 'EventBus',
  reports: 'Reports',
  sfdc_enablement: 'Sfdc_Enablement',
  wavetemplate: 'WaveTemplate',
};

/** Helpers of the jar itself that no Apex sees. */
const HIDDEN = new Set(['Internal', 'SObjectStubs', 'SObjects']);

export interface PlatformName {
  readonly namespace: string;
  /** `DMLOptions`, `EmailHeader`: outer classes first. */
  readonly parts: readonly string[];
}

/**
 * The Apex name of a Java class of the jar: `com/nawforce/runforce/dom/XmlNode` is `Dom.XmlNode`. A trailing `$` only
 * tells the Java class from one that Java has itself. Null for what is no Apex class.
 */
export function platformName(javaName: string): PlatformName | null {
  if (!javaName.startsWith(ROOT)) return null;
  const [folder, file] = javaName.slice(ROOT.length).split('/');
  if (!folder || !file || HIDDEN.has(folder)) return null;
  return { namespace: NAMESPACES[folder] ?? folder, parts: file.split('$').filter((part) => part !== '') };
}

/** A method's or field's name without the `$` that tells it from one of Java's own. */
export function memberName(javaName: string): string {
  return javaName.endsWith('$') ? javaName.slice(0, -1) : javaName;
}

export function fullName(name: PlatformName): string {
  return [name.namespace, ...name.parts].join('.');
}
