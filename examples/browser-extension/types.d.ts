// The shapes that the extension's parts hand to one another. For editors and type checkers only: nothing loads this file.

/** A place in the text, in UTF-16 units as JavaScript counts, and in code points as the edits of a fix do. */
interface Span { start: number; end: number; utf16_start: number; utf16_end: number }

interface Clause { policy: string; clause: string; title: string }
interface Edit { start: number; end: number; text: string }
interface Fix { title: string; safe: boolean; edits: Edit[] }

/** One finding, as the backend gives it (`postlint --format json`). */
interface Finding {
  rule: string; severity: "error" | "warning" | "info"; message: string; lang: string;
  field: string; span: Span | null; clauses: Clause[]; fixes: Fix[];
}

/** What a check came to. `findings` is there only when the state is "findings" or "nothing". */
interface Answer {
  state: "checking" | "empty" | "findings" | "nothing" | "off" | "not-started" | "unpaired" | "refused" | "too-long" | "busy" | "failed" | "not-granted" | "reloaded" | "stale";
  findings?: Finding[];
  notEvaluated?: { rule: string; reason: string }[];
  role?: string;
  host?: string;
  detail?: string;
}

interface Settings { transport: "serve" | "native"; address: string; token: string; language: "auto" | "da" | "en"; marks: "browser" | "drawn"; sites: Record<string, Choice> }

/** What the person chose for a site; "" leaves it to the backend's configuration, or to the site's name. */
interface Choice { role: string; channel: string }

/** Text nodes and pictures of an editor, and which part of the text each gave. */
interface Piece { start: number; end: number; node: Node; offset: number; whole: boolean }
