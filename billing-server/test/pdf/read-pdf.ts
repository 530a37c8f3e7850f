/** Reads just enough of a PDF to see what is on its pages. */
import { inflateSync } from 'node:zlib';

/** What a file holds. */
export interface ReadPdf {
  readonly pages: number;
  readonly text: string;
}

function contents(bytes: Buffer): string[] {
  const source = bytes.toString('latin1');
  return [...source.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
}

/** Texts are shown by `[<hex> kerning <hex>] TJ`; one operator's pieces belong together. */
function textsIn(content: string): string {
  const shown = [...content.matchAll(/\[([^\]]*)\] TJ/g)].map(([, pieces = '']) =>
    [...pieces.matchAll(/<([0-9a-f]*)>/gi)]
      .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
      .join(''),
  );
  return shown.join('\n');
}

export function readPdf(bytes: Buffer): ReadPdf {
  const pages = bytes.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
  return { pages, text: contents(bytes).map(textsIn).join('\n') };
}
