import { libraryClass } from '../library.ts';

export const roundingModeClass = libraryClass({ name: 'System.RoundingMode', isEnum: true });
