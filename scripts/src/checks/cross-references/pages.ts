import type { Finding } from '../../model.ts';
import type { Component } from '../../project/components.ts';
import type { XmlElement } from '../../project/xml.ts';
import { below, child, children, value } from '../../project/xml.ts';
import type { Context, Place, Rule } from './context.ts';
import { at, parsed } from './context.ts';

/** Column names of list views and related lists that are not field names, e.g. NAME or OWNER.ALIAS. */
const COLUMN = /^[A-Z0-9_.]+$/;

export const layouts: Rule = (context) =>
  parsed(context, 'Layout').flatMap(({ component, root }) => {
    const object = component.name.split('-')[0] ?? '';
    return [
      ...context.object(at(component, root), object),
      ...[...below(root)].flatMap((element) => layoutElement(context, component, object, element)),
      ...children(root, 'customButtons').flatMap((button) =>
        context.own(at(component, button), 'WebLink', `${object}.${button.text.trim()}`),
      ),
    ];
  });

function layoutElement(
  context: Context,
  component: Component,
  object: string,
  element: XmlElement,
): Finding[] {
  const place = at(component, element);
  switch (element.name) {
    case 'layoutItems':
      return children(element, 'field').flatMap((field) => context.field(place, object, field.text.trim()));
    case 'quickActionListItems':
      return action(context, place, value(element, 'quickActionName') ?? '');
    case 'platformActionListItems':
      return value(element, 'actionType') === 'QuickAction'
        ? action(context, place, value(element, 'actionName') ?? '')
        : [];
    case 'relatedLists':
      return relatedList(context, component, element);
    case 'miniLayout':
      return children(element, 'fields').flatMap((field) => context.field(place, object, field.text.trim()));
    default:
      return [];
  }
}

/** `Child__c.Parent__c` for a custom relationship; a standard one has a name of its own and is not checked. */
function relatedList(context: Context, component: Component, element: XmlElement): Finding[] {
  const list = child(element, 'relatedList');
  const name = list?.text.trim() ?? '';
  if (!list || !name.includes('__c')) return [];
  const object = name.split('.')[0] ?? '';
  return [
    ...context.qualifiedField(at(component, list), name),
    ...children(element, 'fields').flatMap((field) =>
      column(context, at(component, field), object, field.text.trim()),
    ),
  ];
}

/** An action with a dot is of an object; without one it is global, of ours or Salesforce's own. */
function action(context: Context, place: Place, name: string): Finding[] {
  return name.includes('.') ? context.own(place, 'QuickAction', name) : [];
}

function column(context: Context, place: Place, object: string, name: string): Finding[] {
  return COLUMN.test(name) ? [] : context.field(place, object, name);
}

export const flexiPages: Rule = (context) =>
  parsed(context, 'FlexiPage').flatMap(({ component, root: page }) => {
    const objectElement = child(page, 'sobjectType');
    const object = objectElement?.text.trim();
    const target = `lightning__${value(page, 'type')}`;
    return [
      ...(objectElement ? context.object(at(component, objectElement), object) : []),
      ...[...below(page)].flatMap((element) => flexiElement(context, component, object, target, element)),
    ];
  });

function flexiElement(
  context: Context,
  component: Component,
  object: string | undefined,
  target: string,
  element: XmlElement,
): Finding[] {
  const place = at(component, element);
  const text = element.text.trim();
  switch (element.name) {
    case 'componentName':
      return isOwnComponent(context, text) ? context.webComponent(place, text, target) : [];
    case 'fieldItem':
      return object ? context.field(place, object, text.replace(/^Record\./, '')) : [];
    case 'leftValue':
      return visibility(context, place, object, text);
    case 'componentInstanceProperties':
      return property(context, component, object, element);
    default:
      return [];
  }
}

function isOwnComponent(context: Context, name: string): boolean {
  const [namespace, own] = name.split(':');
  return own === undefined || namespace === 'c' || namespace === context.project.namespace;
}

/** `{!Record.Status__c}` or `{!$Permission.CustomPermission.X}`; other sources of a filter are Salesforce's. */
function visibility(context: Context, place: Place, object: string | undefined, text: string): Finding[] {
  const record = /^\{!Record\.([\w.]+)\}$/.exec(text)?.[1];
  if (record && object) return context.field(place, object, record);
  const permission = /^\{!\$Permission\.CustomPermission\.(\w+)\}$/.exec(text)?.[1];
  return permission ? context.own(place, 'CustomPermission', permission) : [];
}

function property(
  context: Context,
  component: Component,
  object: string | undefined,
  element: XmlElement,
): Finding[] {
  const name = value(element, 'name');
  const place = at(component, element);
  if (name === 'actionNames') {
    const items = [...below(element)].filter(
      (inner) => inner.name === 'value' && inner.children.length === 0,
    );
    return items.flatMap((item) => action(context, at(component, item), item.text.trim()));
  }
  const related = value(element, 'value') ?? '';
  if (name === 'relatedListApiName' && object && related.endsWith('__r')) {
    const known = context.objects.find(object)?.children.has(context.objects.plain(related).toLowerCase());
    return known ? [] : context.field(place, object, related);
  }
  return [];
}

export const quickActions: Rule = (context) =>
  parsed(context, 'QuickAction').flatMap(({ component, root: quickAction }) => {
    const object = component.name.includes('.') ? component.name.split('.')[0] : undefined;
    const targetObject = value(quickAction, 'targetObject');
    const place = at(component, quickAction);
    const bundle = child(quickAction, 'lightningWebComponent');
    const flow = child(quickAction, 'flowDefinition');
    return [
      ...(object ? context.object(place, object) : []),
      ...(targetObject ? context.object(place, targetObject) : []),
      ...(flow ? context.own(at(component, flow), 'Flow', flow.text.trim()) : []),
      ...(bundle
        ? context.webComponent(at(component, bundle), bundle.text.trim(), 'lightning__RecordAction')
        : []),
      ...(targetObject ? actionFields(context, component, quickAction, targetObject) : []),
    ];
  });

function actionFields(
  context: Context,
  component: Component,
  quickAction: XmlElement,
  object: string,
): Finding[] {
  const items = [...below(quickAction)].filter((inner) => inner.name === 'quickActionLayoutItems');
  return [...items, ...children(quickAction, 'fieldOverrides')].flatMap((item) =>
    children(item, 'field').flatMap((field) =>
      context.field(at(component, field), object, field.text.trim()),
    ),
  );
}

export const tabs: Rule = (context) =>
  parsed(context, 'CustomTab').flatMap(({ component, root: tab }) => {
    const place = at(component, tab);
    const bundle = child(tab, 'lwcComponent');
    const page = child(tab, 'flexiPage');
    return [
      ...(value(tab, 'customObject') === 'true' ? context.own(place, 'CustomObject', component.name) : []),
      ...(bundle ? context.webComponent(at(component, bundle), bundle.text.trim(), 'lightning__Tab') : []),
      ...(page ? context.own(at(component, page), 'FlexiPage', page.text.trim()) : []),
    ];
  });

export const applications: Rule = (context) =>
  parsed(context, 'CustomApplication').flatMap(({ component, root: application }) =>
    application.children.flatMap((element) => {
      const text = element.text.trim();
      const place = at(component, element);
      if (element.name === 'tabs' || element.name === 'defaultLandingTab') {
        return text.startsWith('standard-') ? [] : context.own(place, 'CustomTab', text);
      }
      if (element.name === 'utilityBar') return context.own(place, 'FlexiPage', text);
      return /^(profileA|a)ctionOverrides$/.test(element.name) ? override(context, place, element) : [];
    }),
  );

function override(context: Context, place: Place, element: XmlElement): Finding[] {
  const content = value(element, 'content');
  const object = value(element, 'pageOrSobjectType');
  return [
    ...(content && value(element, 'type') === 'Flexipage' ? context.own(place, 'FlexiPage', content) : []),
    ...(object && !object.startsWith('standard-') ? context.object(place, object) : []),
  ];
}

export const listViews: Rule = (context) =>
  parsed(context, 'ListView').flatMap(({ component, root: view }) => {
    const object = component.name.split('.')[0] ?? '';
    const filters = children(view, 'filters').flatMap((filter) => children(filter, 'field'));
    return [...children(view, 'columns'), ...filters].flatMap((element) =>
      column(context, at(component, element), object, element.text.trim()),
    );
  });

export const compactLayouts: Rule = (context) =>
  parsed(context, 'CompactLayout').flatMap(({ component, root: layout }) =>
    children(layout, 'fields').flatMap((field) =>
      context.field(at(component, field), component.name.split('.')[0] ?? '', field.text.trim()),
    ),
  );
