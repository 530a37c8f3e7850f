import { dataClass } from '../objects/data-object.ts';

const TEXT = { type: 'String' };
const TEXTS = { type: 'List<String>' };

/** Which records a change event is about and what happened to them; `runtime/events/change-capture.ts` fills it. */
export const changeEventHeaderClass = dataClass(
  'EventBus.ChangeEventHeader',
  {
    ChangedFields: TEXTS,
    ChangeOrigin: TEXT,
    ChangeType: TEXT,
    CommitNumber: { type: 'Long' },
    CommitTimestamp: { type: 'Long' },
    CommitUser: TEXT,
    DiffFields: TEXTS,
    EntityName: TEXT,
    NulledFields: TEXTS,
    RecordIds: TEXTS,
    SequenceNumber: { type: 'Integer' },
    TransactionKey: TEXT,
  },
  { isConstructible: true, hasGetters: true, hasSetters: true },
);
