import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { Blob } from '../../values/blob.ts';
import { ApexList } from '../../values/list.ts';
import { libraryClass } from '../library.ts';
import { XmlDocument } from '../xml/dom.ts';
import { XmlStreamReader } from '../xml/stream-reader.ts';
import { HttpResponse } from './message.ts';

/** In alphabetical order, as public tests of what is logged of a response show. */
function headerKeys(response: HttpResponse): ApexList {
  const { program } = currentTransaction();
  const names = response.headers.names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  return new ApexList(program.listOf(program.type('String')), names);
}

export const httpResponseClass = libraryClass({
  name: 'System.HttpResponse',
  constructors: { '()': () => new HttpResponse() },
  methods: {
    'getBody()': (response: HttpResponse) => response.body.text,
    'getBodyAsBlob()': (response: HttpResponse) => response.body.blob,
    'getBodyDocument()': (response: HttpResponse) => XmlDocument.of(response.body.text),
    'getXmlStreamReader()': (response: HttpResponse) => new XmlStreamReader(response.body.text),
    'getHeader(String)': (response: HttpResponse, name) =>
      name === null ? null : response.headers.get(name),
    'getHeaderKeys()': headerKeys,
    'getStatus()': (response: HttpResponse) => response.status,
    'getStatusCode()': (response: HttpResponse) => response.statusCode,
    'setBody(String)': (response: HttpResponse, text) => void (response.body.text = text),
    'setBodyAsBlob(Blob)': (response: HttpResponse, blob: Blob | null) => {
      if (blob === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
      response.body.bytes = blob.bytes;
    },
    'setHeader(String,String)': (response: HttpResponse, name, value) => {
      if (name === null) throwApex('System.NullPointerException', 'Argument 1 cannot be null');
      response.headers.set(name, value ?? '');
    },
    'setStatus(String)': (response: HttpResponse, status) => void (response.status = status),
    'setStatusCode(Integer)': (response: HttpResponse, code) => {
      if (code === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
      response.statusCode = code;
    },
    'toString()': String,
  },
});
