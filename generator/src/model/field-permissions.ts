/** Which fields a permission decides about. */
import type { FieldModel } from './model.ts';

/** Everybody who sees a record sees its required fields and its master; a permission set that lists them is refused. */
export const isGranted = ({ required, type }: FieldModel): boolean => !required && type !== 'MasterDetail';
