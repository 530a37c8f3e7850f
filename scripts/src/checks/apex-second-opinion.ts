import type { Check } from '../model.ts';
import { applyExceptions, readExceptions } from '../project/allow.ts';
import { packageFiles } from '../project/files.ts';
import { compile } from './apex-second-opinion/compile.ts';
import { FALSE_MESSAGES } from './apex-second-opinion/false-messages.ts';

const ALLOW = 'scripts/allow/apex-second-opinion.json';

export const apexSecondOpinion: Check = {
  name: 'apex-second-opinion',
  title: 'Salesforce’s own front end compiles all Apex, beside apex-ls and never instead of it',
  async run(project) {
    const sources = packageFiles(project).filter((path) => /\.(cls|trigger)$/.test(path));
    const messages = sources.length > 0 ? await compile(project, sources) : [];
    const findings = messages.filter(
      ({ message }) => !FALSE_MESSAGES.some(({ pattern }) => pattern.test(message)),
    );
    return {
      looked: sources.length,
      what: 'classes and triggers',
      findings: applyExceptions(findings, readExceptions(project.root, ALLOW), ALLOW),
      notes: [],
    };
  },
};
