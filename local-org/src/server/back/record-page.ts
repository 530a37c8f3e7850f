import type { RecordPage } from '../../pages/model.ts';
import { nameFieldOf } from '../../pages/highlights.ts';
import { recordPageBody } from '../../pages/record-page.ts';
import { needPath } from '../ui-api/field-paths.ts';
import { pageScope } from '../ui-api/page-scope.ts';
import { readRecord } from '../ui-api/records.ts';
import { objectOfId } from '../ui-api/session.ts';
import type { OrgHost } from './org-host.ts';
import type { ApiRequest } from './reply.ts';

/** `GET /local/record-page/{recordId}`: what the page of this record shows to this user. */
export function recordPage(host: OrgHost, request: ApiRequest, id: string): RecordPage {
  return host.transact(
    request,
    (session) => {
      const object = objectOfId(session, id);
      const record = readRecord(session, object, id, [needPath(session, object, nameFieldOf(object))]);
      const [name] = Object.values(record.fields);
      host.noteView(session.userId, record.id);
      return {
        object: object.name,
        objectLabel: object.label,
        name: String(name?.value ?? id),
        recordTypeId: record.recordTypeId,
        ...recordPageBody(pageScope(session, object, id)),
      };
    },
    true,
  );
}
