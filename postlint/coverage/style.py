"""How the page looks, on a screen and on paper. Every status has a word of its own besides its colour."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light; --ink: #1c2430; --soft: #5a6573; --line: #d9dee5;
  --checked: #1f6f4a; --partly: #96690a; --needs-a-person: #2b5f9e; --not-a-rule: #737b86; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 2.5rem 1.5rem 4rem; color: var(--ink); background: #fff;
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 3rem 0 .25rem; font-size: 1.35rem; }
p { margin: .5rem 0; max-width: 46rem; }
.facts, .counts, .note, footer { color: var(--soft); }
dl { display: grid; gap: .5rem; margin: 1.5rem 0 0; }
dl div { display: grid; grid-template-columns: 12.5rem 1fr; align-items: baseline; }
dd { margin: 0; }
.badge { display: inline-block; padding: .1rem .55rem; border: 1px solid currentColor; border-radius: 1rem;
  font-size: .85rem; font-weight: 600; white-space: nowrap; }
.badge.checked { color: var(--checked); background: #eaf5ef; }
.badge.partly { color: #7a5300; background: #fdf4dd; }
.badge.needs-a-person { color: var(--needs-a-person); background: #eaf1fa; }
.badge.not-a-rule { color: #59616c; background: #f3f4f6; }
table { width: 100%; margin-top: 1rem; border-collapse: collapse; }
th, td { padding: .6rem .75rem .6rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
  font-weight: 400; overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid var(--ink); color: var(--soft); font-size: .85rem; overflow-wrap: normal; }
thead th::first-letter, .badge::first-letter { text-transform: uppercase; }
.overview th:first-child { width: 40%; }
.overview td, .overview thead th:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; }
.overview .total th, .overview .total td { font-weight: 600; }
.bar { display: flex; height: .55rem; margin-top: .4rem; border-radius: .3rem; overflow: hidden; }
.bar i { flex: 0 1 0; }
.bar .checked { background: var(--checked); }
.bar .partly { background: #e0a92e; }
.bar .needs-a-person { background: #6fa0d8; }
.bar .not-a-rule { background: #cfd4da; }
a { color: inherit; }
.clauses { table-layout: fixed; }
.clauses thead th:nth-child(1) { width: 34%; }
.clauses thead th:nth-child(2) { width: 12.5rem; }
.with-posts thead th:nth-child(1) { width: 26%; }
.with-posts thead th:nth-child(4) { width: 26%; }
.clauses ul, section > ul { margin: 0; padding: 0; list-style: none; }
.clauses .number + ul { font-size: .85rem; color: var(--soft); }
.note { margin: .2rem 0 0; font-size: .9rem; }
code { font: .85em ui-monospace, "Cascadia Mono", Consolas, monospace; color: var(--soft); white-space: nowrap; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .85rem; }
@media (max-width: 44rem) {
  .clauses, .clauses tbody, .clauses tr, .clauses tbody th, .clauses td { display: block; width: auto; }
  .clauses thead { position: absolute; left: -999rem; }
  .clauses tbody th, .clauses td { border: 0; padding: .15rem 0; width: auto; }
  .clauses tr { padding: .75rem 0; border-bottom: 1px solid var(--line); }
  dl div { grid-template-columns: 1fr; }
  .overview th, .overview td { padding-right: .35rem; font-size: .8rem; }
}
@media print {
  @page { size: A4; margin: 16mm 14mm; }
  :root { font-size: 8.5pt; }
  body { max-width: none; padding: 0; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  h2 { break-after: avoid; margin-top: 1.5rem; }
  thead { display: table-header-group; }
  tr, dl div { break-inside: avoid; }
  th, td { padding-top: .4rem; padding-bottom: .4rem; }
  .policy { break-before: page; }
  a { text-decoration: none; }
}
"""
