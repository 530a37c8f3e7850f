import { isTranslated, labelText } from '../../runtime/support/tokens.ts';
import { libraryClass } from '../library.ts';

/** Custom labels by name. */
export const labelClass = libraryClass({
  name: 'System.Label',
  statics: {
    'get(String,String)': (namespace, name) => labelText(namespace, name),
    'get(String,String,String)': labelText,
    'translationExists(String,String,String)': isTranslated,
  },
});
