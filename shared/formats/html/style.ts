/** A column of text on white paper, with the tables as wide as they need to be; printed, tables and their rows stay together. */
export const pageStyle = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1f2430; font: 15px/1.55 Inter, system-ui, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; margin: 2em 0 0.6em; }
h1 { font-size: 1.9rem; margin-top: 0; }
h2 { font-size: 1.35rem; padding-bottom: 0.25rem; border-bottom: 1px solid #d9dce3; }
h3 { font-size: 1.05rem; }
img { display: block; max-width: 100%; height: auto; margin: 1.25rem 0; }
table { display: block; overflow-x: auto; border-collapse: collapse; margin: 0.75rem 0 1.25rem; font-size: 0.87rem; }
th, td { padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 1px solid #e4e7ec; text-align: left; vertical-align: top; }
th { font-weight: 600; color: #4a5160; white-space: nowrap; }
[data-align=right] { text-align: right; }
[data-align=center] { text-align: center; }
code, pre { font-family: ui-monospace, Consolas, monospace; font-size: 0.9em; }
pre { overflow-x: auto; padding: 0.75rem 1rem; background: #f5f6f8; border-radius: 6px; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid #d9dce3; color: #4a5160; }
a { color: #2355c4; }
@media print {
  main { max-width: none; padding: 0; }
  table { display: table; width: 100%; }
  tr, img, pre { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`;
