import { libraryClass, type LibraryClass } from '../library.ts';
import { required } from '../collections/arguments.ts';
import { deserialize, deserializeUntyped } from './deserialize.ts';
import { JsonGenerator, jsonGeneratorClass } from './generator.ts';
import { JsonParser, jsonParserClass } from './parser.ts';
import { serialize } from './serialize.ts';

/** System.JSON. */
const jsonClass = libraryClass({
  name: 'System.JSON',
  statics: {
    'createGenerator(Boolean)': (isPretty) => new JsonGenerator(required(isPretty)),
    'createParser(String)': (text) => new JsonParser(required(text)),
    'deserialize(String,Type)': (text, type) => deserialize(required(text), required(type).type, false),
    'deserializeStrict(String,Type)': (text, type) => deserialize(required(text), required(type).type, true),
    'deserializeUntyped(String)': (text) => deserializeUntyped(required(text)),
    'serialize(Object)': (value) => serialize(value, false, false),
    'serialize(Object,Boolean)': (value, suppressNulls) => serialize(value, false, required(suppressNulls)),
    'serializePretty(Object)': (value) => serialize(value, true, false),
    'serializePretty(Object,Boolean)': (value, suppressNulls) =>
      serialize(value, true, required(suppressNulls)),
  },
});

/** JSON. */
export const classes: readonly LibraryClass[] = [
  jsonClass,
  jsonGeneratorClass,
  jsonParserClass,
  libraryClass({ name: 'System.JSONToken', isEnum: true }),
];
