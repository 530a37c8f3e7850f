/** `docs/reference/diagnostics.md`: every code that the generator can report. */
import { diagnosticCodes } from '../../diagnostics/codes.ts';
import { code, markdown, section, table } from '../../text/markdown.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { banner } from './words.ts';

export function diagnosticsPage(): EmittedFile {
  const content = markdown(
    banner('generator/src'),
    '# Diagnostics',
    'Each diagnostic says what is wrong, where, why it can’t stay so, and the way out. Nothing is written while there is one. A code keeps its meaning for ever.',
    ...diagnosticCodes.map(({ title, codes }) =>
      section(
        `## ${title}`,
        table(
          ['code', 'what is wrong'],
          codes.map(([name, text]) => [code(name), text]),
        ),
      ),
    ),
  );
  return { path: 'docs/reference/diagnostics.md', content };
}
