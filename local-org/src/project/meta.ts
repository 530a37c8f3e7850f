import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** What the `-meta.xml` beside a class or trigger says. */
export interface ApexMeta {
  /** `65.0` */
  readonly apiVersion: string;
  readonly status: 'Active' | 'Inactive' | 'Deleted';
}

/** The file's content, or in one sentence what is wrong with it and where (line and column from 1). */
export type ParseApexMeta = (
  xml: string,
) => ApexMeta | { readonly problem: string; readonly line: number; readonly column: number };

const STATUSES: ReadonlySet<string> = new Set(['Active', 'Inactive', 'Deleted']);
const parser = new XMLParser({ parseTagValue: false });

/** A parser that reads equal texts once: most files of a project say the same. */
export function apexMetaParser(element: 'ApexClass' | 'ApexTrigger'): ParseApexMeta {
  const known = new Map<string, ReturnType<ParseApexMeta>>();
  return (xml) => {
    const meta = known.get(xml) ?? parseApexMeta(xml, element);
    known.set(xml, meta);
    return meta;
  };
}

function parseApexMeta(xml: string, element: 'ApexClass' | 'ApexTrigger'): ReturnType<ParseApexMeta> {
  const validity = XMLValidator.validate(xml);
  if (validity !== true) {
    const { msg, line, col } = validity.err;
    return { problem: `The file is not valid XML: ${msg}`, line, column: Math.max(1, col) };
  }
  const root = (parser.parse(xml) as Record<string, unknown>)[element] as Record<string, unknown> | undefined;
  const wrong = (problem: string) => ({ problem, line: 1, column: 1 });
  if (root === undefined) return wrong(`The file has no ${element} element.`);
  const { apiVersion, status } = root;
  if (typeof apiVersion !== 'string' || !/^\d+\.\d$/.test(apiVersion)) {
    return wrong('The file has no apiVersion such as 65.0.');
  }
  if (status !== undefined && !(typeof status === 'string' && STATUSES.has(status))) {
    return wrong(`The status ${String(status)} is none of Active, Inactive and Deleted.`);
  }
  return { apiVersion, status: (status as ApexMeta['status'] | undefined) ?? 'Active' };
}
