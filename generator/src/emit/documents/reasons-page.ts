/** `docs/reference/reasons.md`: why a record takes no part, in the words of the panel. */
import type { IntegrationModel, ReasonModel } from '../../model/model.ts';
import { bullets, code, markdown, section } from '../../text/markdown.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { banner, pageName } from './words.ts';

const remedies: Readonly<Record<string, string>> = {
  editRecord: 'opens the record for editing',
  openSetup: 'opens the set-up page',
  openAccount: 'opens the account',
  resolveConflict: 'shows both values and asks which is right',
  retry: 'tries again',
  askAdmin: 'tells an admin',
  none: 'there is no button',
};

function usesText({ systems }: IntegrationModel, reason: ReasonModel): string[] {
  const uses = systems.flatMap((system) =>
    system.mappings
      .filter(({ takesPart }) => takesPart.some((one) => one.reason === reason.name))
      .map(({ name, object }) => `[${object} in ${system.label}](${system.name}/${pageName(name)}.md)`),
  );
  return uses.length === 0 ? [] : [`Where: ${uses.join(', ')}`];
}

export function reasonsPage(model: IntegrationModel): EmittedFile {
  const content = markdown(
    banner('generator/mappings/core'),
    '# Reasons',
    'Why a record is not synchronised. Panel, guide and buttons take their words from this one list.',
    ...model.core.reasons.map((reason) =>
      section(
        `## ${reason.name}`,
        reason.doc,
        bullets([
          `A rep reads: ${reason.rep}`,
          `An admin reads: ${reason.admin}`,
          `The button: ${remedies[reason.remedy] ?? code(reason.remedy)}`,
          ...usesText(model, reason),
        ]),
      ),
    ),
  );
  return { path: 'docs/reference/reasons.md', content };
}
