/** BW2409, BW2410, BW2411, BW2415: quick actions, tabs, permission sets and apps over things that exist. */
import type { Diagnostic } from '../../diagnostics.ts';
import type {
  AppModel,
  ComponentTabModel,
  CoreModel,
  PermissionSetModel,
  QuickActionModel,
  Source,
  SystemModel,
} from '../../model.ts';
import { isGranted } from '../../field-permissions.ts';
import { apiClassName, mapperClassName, systemClassName, typeClassName } from '../../naming.ts';
import { didYouMean } from '../../../text/suggest.ts';
import type { Facts } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

function unknownComponent(
  { handWritten: { components } }: Facts['context'],
  opens: string,
  component: string,
  source: Source,
): Diagnostic[] {
  if (components.includes(component)) return [];
  return [
    diagnostic(
      'BW2409',
      source,
      `${opens} "${component}", which is no component of force-app/main/default/lwc.`,
      'The platform refuses what shows a component that does not exist.',
      didYouMean(component, components, 'Write the component, or name another one.'),
    ),
  ];
}

function componentTab({ context }: Facts, { name, component, source }: ComponentTabModel): Diagnostic[] {
  return unknownComponent(context, `The tab ${name} shows`, component, source);
}

/** Names of all tabs of the package. */
const tabsOf = ({ objects, componentTabs }: CoreModel): string[] => [
  ...objects.filter(({ tab }) => tab !== undefined).map(({ name }) => name),
  ...componentTabs.map(({ name }) => name),
];

function quickAction(
  { context, objects }: Facts,
  { name, component, on, source }: QuickActionModel,
): Diagnostic[] {
  const why = 'The platform refuses an action on an object or a component that does not exist.';
  return [
    ...unknownComponent(context, `The quick action ${name} opens`, component, source),
    ...on
      .filter((object) => !objects.has(object))
      .map((object) =>
        diagnostic(
          'BW2409',
          source,
          `The quick action ${name} is on "${object}", which nothing declares.`,
          why,
          didYouMean(object, objects.keys(), 'Declare the object in core.'),
        ),
      ),
  ];
}

function emittedClasses(system: SystemModel): string[] {
  return [
    systemClassName(system),
    ...system.profile.resources.map((resource) => apiClassName(system, resource)),
    ...system.mappings.map((mapping) => mapperClassName(system, mapping)),
    ...system.types.map(({ name }) => typeClassName(system, name)),
  ];
}

function permissionSet({ model, context, objects }: Facts, set: PermissionSetModel): Diagnostic[] {
  const named = (kind: string): string[] =>
    [...objects.values()].filter((one) => one.kind === kind).map(({ name }) => name);
  const classes = [...context.handWritten.classes, ...model.systems.flatMap(emittedClasses)];
  const tabs = tabsOf(model.core);
  const listed = Array.isArray(set.tabs) ? (set.tabs as readonly string[]) : [];
  const wanted: [string, readonly string[], readonly string[]][] = [
    ['object of ours', set.objects.map(({ object }) => object), [...named('custom'), ...named('metadata')]],
    ['standard object in core', set.fieldsOn.map(({ object }) => object), named('standard')],
    ['class', set.classes, classes],
    ['custom permission', set.customPermissions, model.core.customPermissions.map(({ name }) => name)],
    ['tab', listed, tabs],
  ];
  return wanted.flatMap(([thing, names, known]) =>
    names
      .filter((name) => !known.includes(name))
      .map((name) =>
        diagnostic(
          'BW2410',
          set.source,
          `The permission set ${set.name} names "${name}", which is no ${thing}.`,
          'A packaged permission set can only hold the package’s own components.',
          didYouMean(name, known, `Take it out, or declare the ${thing}.`),
        ),
      ),
  );
}

/** What each grant leaves out. */
function withheld({ model }: Facts, set: PermissionSetModel): Diagnostic[] {
  return set.objects.flatMap(({ object, without }) => {
    const fields = model.core.objects.find(({ name }) => name === object)?.fields ?? [];
    const wrong = without.filter((name) => !fields.some((field) => field.name === name && isGranted(field)));
    return wrong.map((name) =>
      diagnostic(
        'BW2415',
        set.source,
        fields.some((field) => field.name === name)
          ? `The permission set ${set.name} leaves out ${object}.${name}, which whoever sees the record sees.`
          : `The permission set ${set.name} leaves out "${name}", which is no field of ${object}.`,
        'No permission set can take a required field or the master of a record away.',
        didYouMean(
          name,
          fields.filter(isGranted).map((field) => field.name),
          'Take it out of `without`.',
        ),
      ),
    );
  });
}

function app({ model, objects }: Facts, { name, tabs, source }: AppModel): Diagnostic[] {
  const own = tabsOf(model.core);
  return tabs
    .filter((tab) => !tab.startsWith('standard-') && !own.includes(tab))
    .map((tab) =>
      diagnostic(
        'BW2411',
        source,
        `The app ${name} shows "${tab}", which has no tab.`,
        'An app shows tabs of the package and standard ones.',
        didYouMean(
          tab,
          own,
          objects.has(tab) ? `Give ${tab} a tab.` : 'Name an object with a tab, or "standard-Account".',
        ),
      ),
    );
}

export const parts: Rule = {
  check: (facts) => [
    ...facts.model.core.quickActions.flatMap((one) => quickAction(facts, one)),
    ...facts.model.core.componentTabs.flatMap((one) => componentTab(facts, one)),
    ...facts.model.core.permissionSets.flatMap((one) => [
      ...permissionSet(facts, one),
      ...withheld(facts, one),
    ]),
    ...facts.model.core.apps.flatMap((one) => app(facts, one)),
  ],
};
