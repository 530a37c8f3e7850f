export { didYouMean } from '../../diagnostics/suggest.ts';
