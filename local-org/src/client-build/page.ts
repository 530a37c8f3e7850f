/** The one page of the client: where each module is, and the script that starts the shell. */
export function frontPage(modules: ReadonlyMap<string, string>): string {
  const imports = JSON.stringify({ imports: Object.fromEntries(modules) }).replaceAll('<', '\\u003c');
  const shadow = modules.get('@lwc/synthetic-shadow') ?? '';
  const start = modules.get('shell/start') ?? '';
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Local org</title>
    <link rel="icon" href="/assets/icons/standard-sprite/svg/symbols.svg#default" />
    <link rel="stylesheet" href="/assets/styles/salesforce-lightning-design-system.min.css" />
    <style>
      html,
      body {
        height: 100%;
        background: #b0c4df;
      }
    </style>
    <script type="importmap">
      ${imports}
    </script>
    <script type="module" src="${shadow}"></script>
    <script type="module" src="${start}"></script>
  </head>
  <body></body>
</html>
`;
}
