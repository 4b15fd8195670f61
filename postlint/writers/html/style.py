"""How the report looks: on a screen, wide or narrow, light or dark, and on A4. Nothing is told by colour alone."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light; --ink: #1c2430; --soft: #55606e; --line: #d9dee5; --paper: #fff; --sheet: #f6f7f9;
  --link: #1d4f91; --error: #a5182b; --error-soft: #fde7ea; --warning: #7a5000; --warning-soft: #fdf0d2;
  --info: #1d5a8a; --info-soft: #e3f0fa; --error-bar: #b8283b; --warning-bar: #e0a030; --info-bar: #8fbfe6; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --ink: #e6e9ee; --soft: #a9b3c0; --line: #3a4350; --paper: #14181e; --sheet: #1d232b;
    --link: #9cc4f5; --error: #ff9aa6; --error-soft: #4a1c24; --warning: #f3c669; --warning-soft: #43330f;
    --info: #93c7f2; --info-soft: #17344d; --error-bar: #e5566a; --warning-bar: #d99a2b; --info-bar: #4d86b8; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 60rem; padding: 2.5rem 1.5rem 4rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 3rem 0 .5rem; font-size: 1.4rem; }
h3 { margin: 1.75rem 0 .25rem; font-size: 1.05rem; }
p { margin: .5rem 0; max-width: 46rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.facts, .note, .field, .gap, .place, .clause, footer { color: var(--soft); }
.verdict { font-size: 1.2rem; font-weight: 600; }
.care { padding: .6rem .9rem; border-left: 4px solid var(--warning-bar); background: var(--sheet); }
.sums { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; margin: 1.25rem 0; }
.sums div { display: flex; flex-direction: column-reverse; padding: .6rem .9rem; border: 1px solid var(--line);
  border-top: 4px solid var(--line); border-radius: .3rem; }
.sums .error { border-top-color: var(--error-bar); }
.sums .warning { border-top-color: var(--warning-bar); }
.sums .info { border-top-color: var(--info-bar); }
.sums dt { color: var(--soft); font-size: .9rem; }
.sums dt::first-letter, #rest h3::first-letter, .badge::first-letter, thead th::first-letter, .legend li::first-letter {
  text-transform: uppercase; }
.sums dd { margin: 0; font-size: 1.75rem; font-weight: 600; line-height: 1.2; font-variant-numeric: tabular-nums; }
nav ul { display: flex; flex-wrap: wrap; gap: .4rem 1.25rem; margin: 1.5rem 0 0; padding: .75rem 0; list-style: none;
  border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
nav a { display: inline-block; padding: .15rem 0; }
.post { margin-top: 1.25rem; padding: 0 1.25rem 1rem; border: 1px solid var(--line); border-radius: .4rem;
  overflow: hidden; content-visibility: auto; contain-intrinsic-size: auto 24rem; }
.post h3 { margin-top: 1rem; }
.post:target, .findings li:target { outline: 3px solid var(--link); outline-offset: 2px; }
.draft { margin: .75rem 0; padding: .5rem .9rem; border-radius: .3rem; background: var(--sheet); }
.text { max-width: none; white-space: pre-wrap; }
.field { margin: .75rem 0 -.5rem; font-size: .85rem; }
mark { padding: .05em 0; color: inherit; border-bottom: 2px solid; -webkit-box-decoration-break: clone;
  box-decoration-break: clone; }
mark.error { background: var(--error-soft); border-bottom-color: var(--error); }
mark.warning { background: var(--warning-soft); border-bottom: 2px dashed var(--warning); }
mark.info { background: var(--info-soft); border-bottom: 2px dotted var(--info); }
.ref { display: inline-block; min-width: 1.5rem; margin: 0 .1rem; padding: 0 .3rem; border: 1px solid var(--soft);
  border-radius: .75rem; background: var(--paper); color: var(--ink); font-size: .75rem; font-weight: 600;
  line-height: 1.5rem; text-align: center; text-decoration: none; white-space: nowrap; }
.gone { padding: .05em .4em; border-radius: .2rem; background: var(--ink); color: var(--paper); font-size: .85em; }
.findings { margin: 0; padding: 0; list-style: none; }
.findings li { margin-top: .9rem; padding-left: .8rem; border-left: 4px solid var(--line); }
.findings .error { border-left-color: var(--error-bar); }
.findings .warning { border-left-color: var(--warning-bar); }
.findings .info { border-left-color: var(--info-bar); }
.findings p { margin: .2rem 0; }
.what { font-weight: 600; }
.what .badge { font-weight: 600; }
.number { display: inline-block; min-width: 1.5rem; padding: 0 .3rem; border: 1px solid var(--soft);
  border-radius: .75rem; color: var(--ink); font-size: .75rem; line-height: 1.5rem; text-align: center;
  text-decoration: none; }
.badge { display: inline-block; padding: 0 .5rem; border: 1px solid; border-radius: 1rem; font-size: .8rem; }
.findings .badge.error { color: var(--error); background: var(--error-soft); }
.findings .badge.warning { color: var(--warning); background: var(--warning-soft); }
.findings .badge.info { color: var(--info); background: var(--info-soft); }
.advice::before { content: "→ " / ""; }
.fix, .clause, .place { font-size: .9rem; }
.scroll { margin: 1rem 0 0; overflow-x: auto; }
.chart { display: block; max-width: none; height: auto; }
.chart text { fill: var(--soft); font: 11px system-ui, "Segoe UI", Roboto, Arial, sans-serif; }
.chart .value { text-anchor: end; }
.chart .week { text-anchor: middle; }
.chart .month { font-weight: 600; }
.grid { stroke: var(--line); }
rect.posts { fill: var(--paper); stroke: var(--soft); }
rect.error { fill: var(--error-bar); }
rect.warning { fill: var(--warning-bar); }
rect.info { fill: var(--info-bar); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .5rem 0; padding: 0; list-style: none;
  color: var(--soft); font-size: .9rem; }
details { margin: .5rem 0; }
summary { cursor: pointer; color: var(--link); }
table { width: 100%; margin-top: .75rem; border-collapse: collapse; }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
  font-weight: 400; }
thead th { border-bottom: 2px solid var(--soft); color: var(--soft); font-size: .85rem; overflow-wrap: normal; }
.index td:nth-child(-n+4), .index thead th:nth-child(n+2):nth-child(-n+4), .numbers td, .numbers th:nth-child(n+2) {
  text-align: right; font-variant-numeric: tabular-nums; }
.index th:first-child { width: 40%; }
.index th:last-child, .index td:last-child { width: 30%; padding-left: 1.25rem; }
.index ul { display: flex; flex-wrap: wrap; gap: .1rem .9rem; margin: 0; padding: 0; list-style: none; }
.index details { margin: 0; }
tr:has(:target) { background: var(--sheet); }
.told, .names { padding-left: 1.25rem; }
.names { columns: 16rem; }
code { font: .9em ui-monospace, "Cascadia Mono", Consolas, monospace; }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line); font-size: .85rem; }
@media screen and (max-width: 40rem) {
  body { padding: 1.25rem 1rem 3rem; }
  h1 { font-size: 1.6rem; }
  .sums { grid-template-columns: repeat(2, 1fr); }
  .post { padding: 0 .9rem .75rem; }
  .index, .index tbody, .index tr, .index tbody th, .index td { display: block; width: auto; }
  .index thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .index tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
  .index tbody th:first-child, .index td, .index td:last-child { padding: .1rem 0; border: 0; width: auto; }
  .index td[data-name] { display: inline-block; margin-right: 1rem; }
  .index td.none { display: none; }
  .index td[data-name]::before { content: attr(data-name) ": "; color: var(--soft); }
  .numbers th, .numbers td { padding-right: .35rem; font-size: .8rem; }
}
@media print {
  @page { size: A4; margin: 16mm 14mm; }
  :root { font-size: 9pt; }
  body { max-width: none; padding: 0; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  nav { display: none; }
  h2 { margin-top: 1.75rem; }
  h2, h3, .field, summary { break-after: avoid; }
  .post { overflow: visible; content-visibility: visible; }
  .findings li, tr, .sums, figure, .care { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  .chart { width: 100%; }
  a { color: inherit; text-decoration: none; }
  details::details-content { content-visibility: visible; height: auto; }
}
"""
