/** The one stylesheet of all pages. Colours keep a contrast of at least 4.5 to 1 in both schemes. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --text: #1b2733; --soft: #51606e; --paper: #ffffff; --ground: #f3f5f7; --line: #cfd7de;
  --link: #0b57b0; --good: #0f6b3a; --warn: #8a4b00; --bad: #a8201a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e8edf2; --soft: #a9b6c2; --paper: #18212a; --ground: #0f161d; --line: #3a4753;
    --link: #8ec2ff; --good: #6fd39a; --warn: #f2b866; --bad: #ff9a94;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, input:focus-visible, select:focus-visible, button:focus-visible, summary:focus-visible,
.scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; padding: 0.5rem 1rem; background: var(--paper); }
.skip:focus { left: 0.5rem; top: 0.5rem; z-index: 1; }
.bar { background: var(--paper); border-bottom: 1px solid var(--line); padding: 0.6rem 1.5rem; }
.bar, .bar ul { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; }
ul.plain, .bar ul, .trail ol { list-style: none; margin: 0; padding: 0; }
.bar strong { margin-right: 1rem; }
.trail ol { display: flex; flex-wrap: wrap; gap: 0.4rem; font-size: 0.9rem; color: var(--soft); }
.trail li + li::before { content: "/ "; }
main { max-width: 76rem; margin: 0 auto; padding: 1rem 1.5rem 3rem; }
main:focus { outline: none; }
h1 { font-size: 1.6rem; margin: 0.6rem 0 1rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 0 0 0.6rem; }
h3 { font-size: 1rem; margin: 1rem 0 0.4rem; }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 0.5rem; padding: 1rem; margin: 0 0 1rem; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.8rem 1.5rem; margin: 0; }
dt { color: var(--soft); font-size: 0.85rem; }
dd { margin: 0; overflow-wrap: anywhere; }
.big { font-size: 1.35rem; font-weight: 600; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--soft); font-size: 0.85rem; padding-bottom: 0.3rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.9rem 0.4rem 0; border-bottom: 1px solid var(--line); }
thead th { font-size: 0.85rem; color: var(--soft); white-space: nowrap; }
tbody th { font-weight: 600; }
tfoot td, tfoot th { font-weight: 600; border-bottom: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
time { white-space: nowrap; }
.state { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 0.6rem; font-size: 0.85rem; font-weight: 600; white-space: nowrap; }
.good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); } .soft { color: var(--soft); }
form { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: end; margin: 0 0 1rem; }
label { display: grid; gap: 0.2rem; font-size: 0.85rem; color: var(--soft); }
input, select, button { font: inherit; color: var(--text); background: var(--paper); border: 1px solid var(--soft); border-radius: 0.3rem; padding: 0.35rem 0.6rem; }
button { background: var(--link); color: var(--paper); border-color: var(--link); cursor: pointer; }
code, pre { font-family: ui-monospace, monospace; font-size: 0.9em; overflow-wrap: anywhere; }
pre { background: var(--ground); padding: 0.8rem; border-radius: 0.3rem; overflow-x: auto; }
.inset td:first-child { padding-left: 1.5rem; }
@media print { .bar, .trail, .skip, form { display: none; } body { background: #fff; } }
`;
