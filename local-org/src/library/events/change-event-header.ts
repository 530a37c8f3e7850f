import { dataClass } from '../objects/data-object.ts';

const TEXT = { type: 'String' };
const TEXTS = { type: 'List<String>' };

/** What tells of a change data capture event. Nothing here publishes them: tests make their own. */
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
