import type { Check, Finding, Project } from '../model.ts';
import { componentsOf } from '../project/components.ts';
import { packageFiles, readText, shown } from '../project/files.ts';
import { Objects } from '../project/objects.ts';
import { queryRemarks } from './soql-fields/query.ts';
import { tokenRemarks } from './soql-fields/tokens.ts';

/** Parsing is the slow part, so a source without a query is not parsed. */
const HAS_QUERY = /\[\s*(?:\/\/.*\s*)*SELECT\b/i;

function checkSource(
  project: Project,
  path: string,
  objects: Objects,
): { queries: number; findings: Finding[] } {
  const text = readText(path);
  const { count, remarks } = HAS_QUERY.test(text)
    ? queryRemarks(text, path.endsWith('.trigger'), objects)
    : { count: 0, remarks: [] };
  const findings = [...remarks, ...tokenRemarks(text, objects)].map((remark): Finding => ({
    file: shown(project, path),
    severity: 'error',
    ...remark,
  }));
  return { queries: count, findings };
}

export const soqlFields: Check = {
  name: 'soql-fields',
  title: 'every field and relationship in a static query and every field token is there',
  run(project) {
    const objects = new Objects(componentsOf(project), project.namespace);
    const results = packageFiles(project)
      .filter((path) => /\.(cls|trigger)$/.test(path))
      .map((path) => checkSource(project, path, objects));
    return Promise.resolve({
      looked: results.reduce((sum, { queries }) => sum + queries, 0),
      what: 'queries',
      findings: results.flatMap(({ findings }) => findings),
      notes: [],
    });
  },
};
