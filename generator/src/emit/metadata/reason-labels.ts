import type { CoreModel, ReasonModel } from '../../model/model.ts';
import { reasonLabelName } from '../../model/naming.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { coreFolder, metadataFile } from './metadata-file.ts';

function label(name: string, shortDescription: string, value: string) {
  return {
    fullName: name,
    categories: 'Billwright, Reason',
    language: 'en_US',
    protected: true,
    shortDescription,
    value,
  };
}

const labelsOf = ({ name, rep, admin }: ReasonModel) => [
  label(reasonLabelName(name, 'Admin'), `${name}: for an admin`, admin),
  label(reasonLabelName(name, 'Rep'), `${name}: for a rep`, rep),
];

/** What people read of each reason, as labels, so that translators find them. One file: the labels of a folder share it. */
export function reasonLabelFiles({ reasons }: CoreModel): EmittedFile[] {
  if (reasons.length === 0) return [];
  const labels = reasons.flatMap(labelsOf).toSorted((a, b) => (a.fullName < b.fullName ? -1 : 1));
  const parts = labels.map(({ fullName }) => ({ type: 'CustomLabel', name: fullName }));
  return [{ ...metadataFile(coreFolder, 'CustomLabels', 'CustomLabels', { labels }), parts }];
}
