/** `docs/reference/<system>/endpoints.md`: the endpoint profile for people. */
import type { OperationModel, ProfileModel, ResourceModel, SystemModel } from '../../model/model.ts';
import { operationKey } from '../../model/naming.ts';
import { bullets, code, codes, markdown, section, table } from '../../text/markdown.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { banner, markText, typeText } from './words.ts';

function pagingText({ paging }: ProfileModel): string {
  const { sizeParameter, maxSize } = paging;
  const size = `${code(sizeParameter)} of at most ${maxSize}`;
  return paging.style === 'numbered'
    ? `${size}, pages by ${code(paging.numberParameter)}, total in the header ${code(paging.totalHeader)}`
    : `${size}, next page by ${code(paging.cursorParameter)} from ${code(paging.next)}, items in ${code(paging.items)}`;
}

function facts(profile: ProfileModel): string {
  const { authentication, paging, filter, errorBody } = profile;
  return table(
    ['what', 'how', 'known'],
    [
      ['Base path', code(profile.basePath), ''],
      [
        'Authentication',
        code(`${authentication.header}: ${authentication.value}`),
        markText(authentication.mark),
      ],
      ['Paging', pagingText(profile), markText(paging.mark)],
      filter
        ? ['Filter', `${code(filter.parameter)}, at most ${filter.maxValues} values`, markText(filter.mark)]
        : ['Filter', 'none', ''],
      ['Error body', `code in ${code(errorBody.code)}, message in ${code(errorBody.message)}`, ''],
      ['Connection test', code(profile.connectionTest), ''],
    ],
  );
}

function bodyText({ request }: OperationModel): string {
  if (!request) return '';
  const required = request.required.length === 0 ? '' : `, with ${codes(request.required)}`;
  return `${code(request.type)}${request.partial ? ' in part' : ''}${required}`;
}

function answerText({ kind, response, contentType }: OperationModel): string {
  if (kind === 'file') return code(contentType ?? '');
  if (!response) return '';
  return kind === 'list' ? `list of ${typeText(response)}` : typeText(response);
}

const operationCells = (operation: OperationModel): string[] => [
  code(operation.name),
  operation.method,
  code(operation.path),
  bodyText(operation),
  answerText(operation),
  markText(operation.mark),
];

const statuses = ['documented', 'observed', 'inferred'] as const;

function parametersText(resource: ResourceModel, operation: OperationModel): string[] {
  const texts = statuses.flatMap((status) => {
    const names = operation.query.filter((one) => one.status === status).map(({ name }) => name);
    return names.length === 0 ? [] : [`${status} ${codes(names)}`];
  });
  const sortable = operation.query.filter((one) => one.sortable).map(({ name }) => name);
  if (sortable.length > 0) texts.push(`sortable by ${codes(sortable)}`);
  if (operation.needsParameter) texts.push(`refused without any (${markText(operation.needsParameter)})`);
  return texts.length === 0
    ? []
    : [`Parameters of ${code(operationKey(resource, operation))}: ${texts.join('; ')}`];
}

const docText = (operation: OperationModel): string[] =>
  operation.doc === '' ? [] : [`${code(operation.name)}: ${operation.doc}`];

function resourceSection(resource: ResourceModel): string {
  const { operations } = resource;
  return section(
    `## ${resource.name}`,
    resource.doc,
    table(['operation', 'method', 'path', 'body', 'answer', 'known'], operations.map(operationCells)),
    bullets([...operations.flatMap(docText), ...operations.flatMap((one) => parametersText(resource, one))]),
  );
}

export function endpointsPage(system: SystemModel): EmittedFile {
  const { profile } = system;
  const content = markdown(
    banner(profile.source.file),
    `# Endpoints of ${system.label}`,
    profile.doc,
    'Paths stand behind the base path. What is marked inferred has not been seen on a live tenant; an admin can correct an endpoint by a record of Billing Endpoint Override.',
    facts(profile),
    ...profile.resources.map(resourceSection),
  );
  return { path: `docs/reference/${system.name}/endpoints.md`, content };
}
