/** The look of 报告.html, on screen and on paper. */
export const pageStyle = `
:root { --ink: #1f2933; --soft: #5f6b7a; --line: #d9dfe6; --head: #eef2f7; --accent: #1f4e8c; --warn: #9a3412; }
* { box-sizing: border-box; }
body { margin: 0; background: #f5f7fa; color: var(--ink);
  font: 15px/1.65 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "Source Han Sans SC", sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 32px 24px 48px; }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.35; }
h2 { margin: 0 0 10px; font-size: 18px; color: var(--accent); }
.lead { margin: 0 0 20px; color: var(--soft); }
section { margin: 0 0 24px; padding: 18px 20px; background: #fff; border: 1px solid var(--line); border-radius: 8px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: 12px; padding: 0; border: 0;
  background: none; }
.tile { padding: 14px 16px; background: #fff; border: 1px solid var(--line); border-radius: 8px; }
.tile b { display: block; font-size: 26px; line-height: 1.2; color: var(--accent); font-variant-numeric: tabular-nums; }
.tile span { color: var(--soft); font-size: 13px; }
.attention { border-left: 5px solid #d97706; background: #fffaf0; }
.attention h2 { color: var(--warn); }
ul, ol { margin: 0; padding-left: 22px; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 13.5px; }
th, td { padding: 6px 9px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th.number { text-align: right; }
td { overflow-wrap: anywhere; }
thead th { background: var(--head); white-space: nowrap; }
tbody th { font-weight: 600; white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.zero { color: #a7b0bb; }
.total th, .total td { background: var(--head); font-weight: 700; }
.badge { padding: 1px 8px; border-radius: 10px; font-size: 12.5px; white-space: nowrap; }
.judged { background: #e3f4e8; color: #17633a; }
.partly { background: #fef3d6; color: #8a5a00; }
.not-judged { background: #fde4df; color: var(--warn); }
.below { margin: 10px 0 0; color: var(--soft); font-size: 12.5px; }
footer { color: var(--soft); font-size: 12.5px; }
@page { size: A4; margin: 12mm; }
@media print {
  body { background: #fff; font-size: 11px; line-height: 1.5; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 20px; }
  h2 { margin-bottom: 6px; font-size: 14px; break-after: avoid; }
  section { margin-bottom: 12px; padding: 10px 12px; }
  section, .tile { border-color: #999; break-inside: auto; }
  .tiles { grid-template-columns: repeat(6, 1fr); gap: 8px; padding: 0; }
  .tile { padding: 8px; }
  .tile b { font-size: 18px; }
  .tile span, .badge, .below, footer { font-size: 10px; }
  .scroll { overflow: visible; }
  table { font-size: 10px; }
  th, td { padding: 3px 5px; }
  thead { display: table-header-group; }
  .page { break-before: page; }
  tr, li, .tiles, .attention { break-inside: avoid; }
  .total { break-before: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
