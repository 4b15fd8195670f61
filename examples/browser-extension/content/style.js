// How the button and the list look. In a sheet of their own inside the closed shadow root: the page's rules end outside.

(() => {
  postlint.css = `
  :host { color-scheme: light dark; }
  * { box-sizing: border-box; }
  [hidden] { display: none !important; }
  .stage {
    --ink: #1c1b1a; --soft: #55524d; --paper: #fffdfa; --line: #d8d3ca; --tint: #f3efe8; --link: #0b5394;
    --error: #b3202c; --warning: #8a5a00; --info: #1f5fa8; --focus: #0b5394;
    font: 14px/1.45 system-ui, sans-serif; color: var(--ink); text-align: start;
  }
  .layer { position: absolute; overflow: hidden; pointer-events: none; }
  .mirror { position: absolute; color: transparent; }
  .line { position: absolute; overflow: hidden; white-space: pre; }
  mark { background: none; color: transparent; text-decoration: underline 2px; text-underline-offset: 3px; text-decoration-skip-ink: none; }
  mark.error { text-decoration-color: #d22f3d; text-decoration-style: wavy; text-decoration-thickness: 1.5px; }
  mark.warning { text-decoration-color: #d08900; text-decoration-style: dashed; }
  mark.info { text-decoration-color: #2f7fd4; text-decoration-style: dotted; }
  button { font: inherit; color: inherit; cursor: pointer; }
  button:focus-visible, .list:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  .badge {
    position: absolute; display: flex; align-items: center; gap: 5px; min-height: 26px; padding: 1px 10px; border-radius: 13px;
    border: 1px solid var(--line); background: var(--paper); font-size: 13px; font-weight: 600; white-space: nowrap;
    box-shadow: 0 1px 4px rgb(0 0 0 / 22%); max-width: 260px;
  }
  .badge::before { content: ""; width: 9px; height: 9px; border-radius: 50%; border: 2px solid var(--soft); flex: none; }
  .badge.error::before { background: var(--error); border-color: var(--error); }
  .badge.warning::before { background: var(--warning); border-color: var(--warning); border-radius: 1px; }
  .badge.info::before { background: var(--info); border-color: var(--info); }
  .badge.trouble { color: var(--warning); }
  .badge.trouble::before { border-color: var(--warning); border-style: dashed; }
  .panel {
    position: absolute; width: 390px; max-width: calc(100vw - 16px); display: flex; flex-direction: column; overflow: hidden;
    border: 1px solid var(--line); border-radius: 10px; background: var(--paper); box-shadow: 0 6px 28px rgb(0 0 0 / 26%);
  }
  header { display: flex; align-items: center; gap: 8px; padding: 8px 8px 8px 14px; border-bottom: 1px solid var(--line); }
  h2 { flex: 1; margin: 0; font-size: 15px; font-weight: 600; }
  .close { width: 30px; height: 30px; border: 0; border-radius: 6px; background: none; font-size: 20px; line-height: 1; color: var(--soft); }
  .close:hover, .act:hover { background: var(--tint); }
  .body { overflow-y: auto; overscroll-behavior: contain; padding: 2px 14px 12px; }
  ol { list-style: none; margin: 0; padding: 0; }
  li.finding { padding: 11px 0; border-bottom: 1px solid var(--line); }
  li.finding:last-child { border-bottom: 0; }
  .severity { font-size: 12px; font-weight: 700; letter-spacing: .02em; }
  .error > .severity { color: var(--error); } .warning > .severity { color: var(--warning); } .info > .severity { color: var(--info); }
  .rule { font-size: 12px; color: var(--soft); margin-inline-start: 6px; }
  p { margin: 3px 0; overflow-wrap: anywhere; }
  .clause, .note, .skipped { font-size: 13px; color: var(--soft); }
  .acts { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 7px; }
  .act { padding: 4px 10px; border: 1px solid var(--line); border-radius: 6px; background: none; text-align: start; }
  .act.fix { border-color: var(--link); color: var(--link); font-weight: 600; }
  .words { font-weight: 600; }
  details { margin-top: 10px; font-size: 13px; color: var(--soft); }
  summary { cursor: pointer; } summary:focus-visible { outline: 3px solid var(--focus); }
  details ul { margin: 4px 0 0; padding-inline-start: 18px; }
  footer { padding: 7px 14px; border-top: 1px solid var(--line); background: var(--tint); font-size: 12px; color: var(--soft); }
  .live { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  @media (prefers-color-scheme: dark) {
    .stage {
      --ink: #eeeae3; --soft: #b3ada3; --paper: #24221f; --line: #47433d; --tint: #302d29; --link: #8fc3ff;
      --error: #ff8a8f; --warning: #f0b64d; --info: #85bbff; --focus: #8fc3ff;
    }
    mark.error { text-decoration-color: #ff7a80; } mark.warning { text-decoration-color: #f0b64d; } mark.info { text-decoration-color: #85bbff; }
  }
  @media (forced-colors: active) { .badge, .panel, .act { border: 1px solid ButtonText; } }
  `;
})();
