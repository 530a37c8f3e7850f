import type { Finding, Project } from '../../model.ts';
import type { Component, Components } from '../../project/components.ts';
import { componentsOf } from '../../project/components.ts';
import { Objects } from '../../project/objects.ts';
import type { XmlElement } from '../../project/xml.ts';
import { child, children, value } from '../../project/xml.ts';

/** A place in a file. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What the rules ask: is there such a thing? Each answer is a finding or nothing. */
export class Context {
  readonly project: Project;
  readonly components: Components;
  readonly objects: Objects;
  readonly #labels: ReadonlySet<string>;

  constructor(project: Project) {
    this.project = project;
    this.components = componentsOf(project);
    this.objects = new Objects(this.components, project.namespace);
    this.#labels = new Set(
      this.components
        .of('CustomLabels')
        .flatMap(({ root }) => children(root, 'labels'))
        .map((label) => value(label, 'fullName')?.toLowerCase() ?? ''),
    );
  }

  /** A component of the project itself, by type and name. */
  own(place: Place, type: string, name: string | undefined): Finding[] {
    if (name && this.components.has(type, this.objects.plain(name))) return [];
    return [missing(place, `There is no ${type} ${name} in this project.`)];
  }

  object(place: Place, name: string | undefined): Finding[] {
    if (name && this.objects.find(name)) return [];
    return [missing(place, `There is no object ${name}.`)];
  }

  /** A field or a path over parents, seen from an object. */
  field(place: Place, object: string, path: string | undefined): Finding[] {
    const problem = this.objects.problem(object, path ?? '');
    return problem ? [missing(place, `${object}.${path}: ${problem}.`)] : [];
  }

  /** `Object__c.Field__c` in one text. */
  qualifiedField(place: Place, name: string | undefined): Finding[] {
    const [object = '', ...path] = (name ?? '').split('.');
    return this.field(place, object, path.join('.'));
  }

  label(place: Place, name: string): Finding[] {
    if (this.#labels.has(name.toLowerCase())) return [];
    return [missing(place, `There is no label ${name} in this project.`)];
  }

  /** A web component of the project that may be used where `target` says, e.g. `lightning__RecordAction`. */
  webComponent(place: Place, name: string | undefined, target?: string): Finding[] {
    const plain = (name ?? '').replace(/^.*[:/]/, '');
    const bundle = this.components
      .of('LightningComponentBundle')
      .find((candidate) => candidate.name === plain);
    if (!bundle) return [missing(place, `There is no Lightning web component ${plain} in this project.`)];
    const targets = children(child(bundle.root, 'targets'), 'target').map(({ text }) => text.trim());
    if (!target || (targets.includes(target) && value(bundle.root, 'isExposed') === 'true')) return [];
    return [
      finding(place, 'not-exposed', `${plain} must be exposed with the target ${target} in ${bundle.file}.`),
    ];
  }
}

/** One group of references, e.g. all that a layout makes. */
export type Rule = (context: Context) => Finding[];

export function finding(place: Place, rule: string, message: string): Finding {
  const { file, line, column } = place;
  return { file, line, column, rule, severity: 'error', message };
}

function missing(place: Place, message: string): Finding {
  return finding(place, 'missing-reference', message);
}

/** Where an element stands. */
export function at({ file }: Component, { line, column }: XmlElement): Place {
  return { file, line, column };
}

/** All components of a type that could be parsed, with their root. */
export function parsed(context: Context, type: string): { component: Component; root: XmlElement }[] {
  return context.components
    .of(type)
    .flatMap((component) => (component.root ? [{ component, root: component.root }] : []));
}
