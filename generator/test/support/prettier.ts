import * as prettier from 'prettier';

/** True when Prettier, with the repository's own options, would change nothing. */
export async function isInPrettierLayout({
  path,
  content,
}: {
  path: string;
  content: string;
}): Promise<boolean> {
  return (await formatted(path, content)) === content;
}

/** The text as Prettier writes it. */
export async function formatted(path: string, content: string): Promise<string> {
  return prettier.format(content, { filepath: path, printWidth: 110 });
}
