import { throwApex } from '../../runtime/faults.ts';
import type { Blob } from '../../values/blob.ts';
import { libraryClass } from '../library.ts';
import { XmlDocument } from '../xml/dom.ts';
import { HttpRequest } from './message.ts';

const LONGEST_TIMEOUT = 120_000;

function setTimeoutOf(request: HttpRequest, milliseconds: number | null): void {
  if (milliseconds === null || milliseconds < 1 || milliseconds > LONGEST_TIMEOUT) {
    throwApex('System.CalloutException', `Timeout must be between 1 and ${LONGEST_TIMEOUT}: ${milliseconds}`);
  }
  request.timeout = milliseconds;
}

function setHeader(request: HttpRequest, name: string | null, value: string | null): void {
  if (name === null || name === '') throwApex('System.NullPointerException', 'Argument 1 cannot be null');
  request.headers.set(name, value ?? '');
}

export const httpRequestClass = libraryClass({
  name: 'System.HttpRequest',
  constructors: { '()': () => new HttpRequest() },
  methods: {
    'getBody()': (request: HttpRequest) => request.body.text,
    'getBodyAsBlob()': (request: HttpRequest) => request.body.blob,
    'getBodyDocument()': (request: HttpRequest) => XmlDocument.of(request.body.text),
    'getCompressed()': (request: HttpRequest) => request.isCompressed,
    'getEndpoint()': (request: HttpRequest) => request.endpoint,
    'getHeader(String)': (request: HttpRequest, name) => (name === null ? null : request.headers.get(name)),
    'getMethod()': (request: HttpRequest) => request.method,
    'setBody(String)': (request: HttpRequest, text) => void (request.body.text = text),
    'setBodyAsBlob(Blob)': (request: HttpRequest, blob: Blob | null) => {
      if (blob === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
      request.body.bytes = blob.bytes;
    },
    'setBodyDocument(Object)': (request: HttpRequest, document: XmlDocument | null) => {
      if (document === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
      request.body.text = document.toXml();
    },
    'setCompressed(Boolean)': (request: HttpRequest, value) => void (request.isCompressed = value === true),
    'setEndpoint(String)': (request: HttpRequest, endpoint) => void (request.endpoint = endpoint),
    'setHeader(String,String)': setHeader,
    'setMethod(String)': (request: HttpRequest, method) => void (request.method = method),
    'setTimeout(Integer)': setTimeoutOf,
    'toString()': String,
  },
});
