import { isJsonObject, type Json } from '../../aura/json.ts';
import type { ClassInfo } from '../../runtime/types.ts';
import { testMethods, type MethodFilter } from '../../testing/run-class.ts';
import type { OrgHost } from '../back/org-host.ts';
import { badRequest } from './errors.ts';

/** A class and which of its tests to run. */
export interface SelectedClass {
  readonly info: ClassInfo;
  readonly filter: MethodFilter;
}

const SUITES = 'Test suites are no part of the local org.';

/** The tests that a request names; all of the project where it names none. Throws `HttpError` for what is not there. */
export function selectedTests(host: OrgHost, body: Json): SelectedClass[] {
  // The asynchronous resource takes a bare list of tests, too.
  const request = Array.isArray(body) ? { tests: body } : body;
  if (!isJsonObject(request)) throw badRequest('JSON_PARSER_ERROR', 'The body names no tests.');
  if (textsOf(request.suiteNames).length || textsOf(request.suiteids).length)
    throw badRequest('UNSUPPORTED', SUITES);
  const named = [
    ...(Array.isArray(request.tests) ? request.tests : []),
    ...textsOf(request.classNames).map((className) => ({ className })),
    ...textsOf(request.classids).map((classId) => ({ classId })),
  ];
  if (named.length) return named.map((test) => selected(host, test));
  const classes = [...host.org.kernel.program.classes.values()].filter(({ isTest }) => isTest);
  return classes
    .filter((info) => testMethods(info).length > 0)
    .sort((one, other) => (one.fullName < other.fullName ? -1 : 1))
    .map((info) => ({ info, filter: () => true }));
}

/** A list, or names separated by commas. */
function textsOf(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string'
    ? value
        .split(',')
        .map((text) => text.trim())
        .filter(Boolean)
    : [];
}

function selected(host: OrgHost, test: Json): SelectedClass {
  if (!isJsonObject(test)) throw badRequest('JSON_PARSER_ERROR', 'A test is an object.');
  const name = typeof test.classId === 'string' ? nameOf(host, test.classId) : String(test.className ?? '');
  const info = classNamed(host, name);
  if (!info?.isTest) throw badRequest('INVALID_INPUT', `There is no test class ${name}.`);
  const methods = new Set(textsOf(test.testMethods).map((method) => method.toLowerCase()));
  const filter: MethodFilter = ({ name: method }) => !methods.size || methods.has(method.toLowerCase());
  if (!testMethods(info, filter).length)
    throw badRequest('INVALID_INPUT', `${info.name} has no test of this name.`);
  return { info, filter };
}

function nameOf(host: OrgHost, id: string): string {
  if (!/^01p[A-Za-z0-9]{12,15}$/.test(id)) return id;
  return String(host.org.query(`SELECT Name FROM ApexClass WHERE Id = '${id}'`)[0]?.Name ?? id);
}

/** With or without the project's namespace. */
function classNamed({ org }: OrgHost, name: string): ClassInfo | undefined {
  const key = name.toLowerCase();
  return [...org.kernel.program.classes.values()].find(
    (info) => info.fullName.toLowerCase() === key || info.name.toLowerCase() === key,
  );
}
