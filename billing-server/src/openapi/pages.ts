/** The API for people: an index, a page for each operation and one for each definition. */
import {
  definitionName,
  type Contract,
  type Mark,
  type Operation,
  type Schema,
} from '../contract/contract.ts';
import { notFound } from '../http/problem.ts';
import { facts, section, table } from '../ui/components.ts';
import { html, path, type Html, type Piece } from '../ui/html.ts';
import type { PageContent } from '../ui/layout.ts';
import { resourceOf, sampleOf, servedOperations } from './document.ts';
import { linkToDefinition, markBadge, typeText } from './schema-text.ts';

const TRAIL = [['/docs', 'API']] as const;

function operationLink({ id }: Operation): Html {
  return html`<a href="${path('docs', 'operations', id)}">${id}</a>`;
}

function routeText({ basePath }: Contract, { method, path: own }: Operation): Html {
  return html`<code>${method} ${basePath}${own}</code>`;
}

/** All operations by resource. */
export function indexPage(contract: Contract, strict: boolean): PageContent {
  const operations = servedOperations(contract, strict);
  const resources = [...new Set(operations.map(resourceOf))];
  const sections = resources.map((resource) => {
    const rows = operations
      .filter((operation) => resourceOf(operation) === resource)
      .map((operation): readonly Piece[] => [
        operationLink(operation),
        routeText(contract, operation),
        operation.description,
        markBadge(operation.mark),
      ]);
    const columns = ['Operation', 'Route', 'What it does', 'Mark'];
    return section(resource, table({ caption: `Operations of ${resource}`, columns, rows, empty: 'None.' }));
  });
  return {
    title: `${contract.label} API`,
    body: [
      html`<p>
        ${operations.length} operations. The same as an <a href="/openapi.json">OpenAPI document</a>. Every
        call sends the key in the header <code>${contract.keyHeader}</code>. A mark says how an operation is
        known.
      </p>`,
      sections,
    ],
  };
}

function parametersSection({ query, pathParameters, needsParameter }: Operation): Html {
  const rows = [
    ...pathParameters.map((name) => [html`<code>${name}</code>`, 'path', 'required', '']),
    ...query.map(({ name, status, sortable }) => [
      html`<code>${name}</code>`,
      'query',
      status,
      sortable ? 'yes' : '',
    ]),
  ];
  return section(
    'Parameters',
    needsParameter && html`<p>At least one of them is needed. ${markBadge(needsParameter)}</p>`,
    table({
      caption: 'Besides those of all lists',
      columns: ['Name', 'In', 'Known as', 'Sortable'],
      rows,
      empty: 'None of its own.',
    }),
  );
}

function bodySection(
  title: string,
  schema: Schema | undefined,
  sample: unknown,
  isList = false,
): Html | undefined {
  if (!schema) return undefined;
  const name = definitionName(schema);
  return section(
    title,
    html`<p>${isList && 'A list of '}${name === undefined ? typeText(schema) : linkToDefinition(name)}</p>`,
    sample !== undefined &&
      html`<h3>Sample of the API reference</h3>
        <pre tabindex="0">${JSON.stringify(sample, null, 2)}</pre>`,
  );
}

/** One operation. @throws Problem 404 */
export function operationPage(contract: Contract, strict: boolean, id: string): PageContent {
  const operation = servedOperations(contract, strict).find((one) => one.id === id);
  if (!operation) throw notFound('operation');
  return {
    title: id,
    trail: TRAIL,
    body: [
      section(
        'At a glance',
        html`<p>${operation.description}</p>`,
        facts([
          ['Route', routeText(contract, operation)],
          ['Mark', markBadge(operation.mark)],
          ['Answers', operation.contentType],
        ]),
      ),
      parametersSection(operation),
      bodySection('Request', operation.request, sampleOf(contract, operation, 'request')),
      bodySection(
        'Response',
        operation.response,
        sampleOf(contract, operation, 'response'),
        operation.kind === 'list',
      ),
    ],
  };
}

/** A definition may take its properties from another one and only require more of them. */
function resolved({ definitions }: Contract, schema: Schema): Schema {
  const name = definitionName(schema);
  const base = name === undefined ? undefined : definitions[name];
  return base ? { ...base, ...schema, ...(base.properties && { properties: base.properties }) } : schema;
}

function markOf(schema: Schema & { readonly 'x-mark'?: Mark }): Piece {
  return schema['x-mark'] && markBadge(schema['x-mark']);
}

function propertiesTable({ properties = {}, required = [] }: Schema): Html {
  const rows = Object.entries(properties).map(([name, property]): readonly Piece[] => [
    html`<code>${name}</code>`,
    typeText(property),
    required.includes(name) ? 'required' : property.readOnly ? 'set by billing' : '',
    property.description,
    markOf(property),
  ]);
  const columns = ['Property', 'Type', 'Given', 'Meaning', 'Mark'];
  return table({ caption: 'Properties', columns, rows, empty: 'It has no properties of its own.' });
}

/** One definition. @throws Problem 404 */
export function definitionPage(contract: Contract, name: string): PageContent {
  const definition = Object.hasOwn(contract.definitions, name) ? contract.definitions[name] : undefined;
  if (!definition) throw notFound('schema');
  const schema = resolved(contract, definition);
  const members = schema['x-tag'] === undefined ? [] : (schema.allOf ?? []).map(({ then }) => typeText(then));
  return {
    title: name,
    trail: TRAIL,
    body: section(
      'Definition',
      schema.description !== undefined && html`<p>${schema.description}</p>`,
      schema.enum && html`<p>One of ${schema.enum.map(String).join(', ')}.</p>`,
      members.length > 0 &&
        html`<p>One of these, told apart by <code>${schema['x-tag']}</code>:</p>
          <ul>
            ${members.map((one) => html`<li>${one}</li>`)}
          </ul>`,
      schema.properties && propertiesTable(schema),
    ),
  };
}
