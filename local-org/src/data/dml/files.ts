import { createHash } from 'node:crypto';
import { ORG_ADDRESS } from '../../library/text/url.ts';
import type { ObjectModel } from '../../schema/model.ts';
import type { StoredRow } from '../store.ts';
import type { DmlContext } from './context.ts';
import { valueOf } from './row.ts';
import type { SaveRow } from './row.ts';

/** The types of files that are not called like the ending of their names. */
const FILE_TYPES: Readonly<Record<string, string>> = {
  DOC: 'WORD',
  DOCX: 'WORD_X',
  XLS: 'EXCEL',
  XLSX: 'EXCEL_X',
  PPT: 'POWER_POINT',
  PPTX: 'POWER_POINT_X',
  TXT: 'TEXT',
};

/** Before a version of a file is written: its size, its type, its number, and a document for a first version. */
export function prepareVersion(row: SaveRow, context: DmlContext): void {
  const data = valueOf(row, 'versiondata');
  const bytes = data instanceof Uint8Array ? data : new Uint8Array();
  const path = String(valueOf(row, 'pathonclient') ?? '');
  const extension = /\.([^.]+)$/.exec(path)?.[1] ?? null;
  row.values.set('contentsize', bytes.length);
  row.values.set('checksum', createHash('md5').update(bytes).digest('hex'));
  row.values.set('fileextension', extension);
  row.values.set('filetype', fileTypeOf(extension));
  if (!valueOf(row, 'title')) row.values.set('title', path.replace(/\.[^.]+$/, '') || null);
  if (!row.isInsert) return;
  const versions = objectNamed('ContentVersion', context);
  const given = valueOf(row, 'contentdocumentid');
  const documentId = typeof given === 'string' ? given : createDocument(row, context);
  const older = context.store.rows(versions, '"ContentDocumentId" = ?', documentId);
  for (const version of older)
    context.store.update(versions, String(version.get('id')), new Map([['islatest', 0]]));
  row.values.set('contentdocumentid', documentId);
  row.values.set('islatest', 1);
  row.values.set('versionnumber', String(older.length + 1));
}

/** After it was written: the document names it, and the place where it was first published gets a link. */
export function finishVersion(row: SaveRow, context: DmlContext): void {
  const documents = objectNamed('ContentDocument', context);
  const documentId = String(valueOf(row, 'contentdocumentid'));
  const values: StoredRow = new Map([['latestpublishedversionid', row.id]]);
  for (const name of ['title', 'filetype', 'fileextension', 'contentsize'])
    values.set(name, valueOf(row, name) ?? null);
  context.store.update(documents, documentId, values);
  if (!row.isInsert) return;
  link(documentId, context.environment.userId(), 'I', context);
  const place = valueOf(row, 'firstpublishlocationid');
  if (typeof place === 'string' && place !== context.environment.userId())
    link(documentId, place, 'V', context);
}

/** Before a public link to a file is written: the addresses under which the platform would give the file. */
export function prepareDistribution(row: SaveRow, context: DmlContext): void {
  if (!row.isInsert) return;
  const versions = objectNamed('ContentVersion', context);
  const version = context.store.row(versions, String(valueOf(row, 'contentversionid')));
  row.values.set('contentdocumentid', version?.get('contentdocumentid') ?? null);
  const key = createHash('sha256').update(String(row.id)).digest('base64url').slice(0, 24);
  const allows = (preference: string): boolean => valueOf(row, preference) === 1;
  row.values.set('distributionpublicurl', `${ORG_ADDRESS}/sfc/p/${key}`);
  if (allows('preferencesalloworiginaldownload'))
    row.values.set('contentdownloadurl', `${ORG_ADDRESS}/sfc/dist/version/download/?ids=${key}`);
  if (allows('preferencesallowpdfdownload'))
    row.values.set('pdfdownloadurl', `${ORG_ADDRESS}/sfc/dist/version/renditionDownload/?ids=${key}`);
}

function fileTypeOf(extension: string | null): string {
  const ending = extension?.toUpperCase() ?? 'UNKNOWN';
  return FILE_TYPES[ending] ?? ending;
}

function createDocument(row: SaveRow, context: DmlContext): string {
  const documents = objectNamed('ContentDocument', context);
  const id = context.store.nextId(documents);
  context.store.insert(
    documents,
    new Map([
      ...stamps(context),
      ['id', id],
      ['title', valueOf(row, 'title') ?? null],
      ['ownerid', context.environment.userId()],
      ['publishstatus', 'P'],
    ]),
  );
  return id;
}

function link(documentId: string, place: string, shareType: string, context: DmlContext): void {
  const links = objectNamed('ContentDocumentLink', context);
  const same = context.store.rows(
    links,
    '"ContentDocumentId" = ? AND "LinkedEntityId" = ?',
    documentId,
    place,
  );
  if (same.length > 0) return;
  const values: StoredRow = new Map([
    ['id', context.store.nextId(links)],
    ['contentdocumentid', documentId],
    ['linkedentityid', place],
    ['sharetype', shareType],
    ['visibility', 'AllUsers'],
  ]);
  context.store.insert(links, values);
}

function stamps({ environment }: DmlContext): StoredRow {
  const now = Math.floor(environment.now() / 1000) * 1000;
  const user = environment.userId();
  return new Map<string, string | number>([
    ['createddate', now],
    ['createdbyid', user],
    ['lastmodifieddate', now],
    ['lastmodifiedbyid', user],
    ['systemmodstamp', now],
  ]);
}

function objectNamed(name: string, { schema }: DmlContext): ObjectModel {
  const object = schema.object(name);
  if (!object) throw new Error(`The schema has no object ${name}.`);
  return object;
}
