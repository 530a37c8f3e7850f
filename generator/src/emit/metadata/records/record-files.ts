import type { EmittedFile } from '../../emitted-file.ts';
import { metadataFile } from '../metadata-file.ts';
import { shortened } from '../text.ts';
import { TypedValue } from '../xml/typed-value.ts';
import { recordNameLimit, recordNames } from './record-names.ts';

/** One record of a custom metadata type. */
export interface MetadataRecord {
  /** What makes the record unique in its type; its developer name is made from it. */
  readonly key: readonly string[];
  readonly label: string;
  /** Values by field; an absent one is written as no value, so that an upgrade clears what was there. */
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

const typed = (value: string | boolean | undefined): TypedValue =>
  typeof value === 'boolean' ? TypedValue.checkbox(value) : TypedValue.text(value);

const byField = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

/** Records of a protected type of ours. `type` is without `__mdt`. */
export function recordFiles(folder: string, type: string, records: readonly MetadataRecord[]): EmittedFile[] {
  const names = recordNames(records.map(({ key }) => key));
  return records.map(({ label, values }, index) =>
    metadataFile(folder, 'CustomMetadata', `${type}.${names[index]}`, {
      label: shortened(label, recordNameLimit),
      protected: true,
      values: Object.entries(values)
        .sort(byField)
        .map(([field, value]) => ({ field, value: typed(value) })),
    }),
  );
}
