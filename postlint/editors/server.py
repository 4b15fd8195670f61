"""The language server: what ``postlint lsp`` says to an editor, over standard input and output."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from postlint.editors.examining import ENDINGS, Examined, Examiner, Placed
from postlint.editors.positions import Lines, Place
from postlint.editors.waiving import waiver_edit
from postlint.fixing import chosen
from postlint.problem import PostlintError, Problem
from postlint.version import __version__
from postlint.wording import say
from postlint.writers import tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.finding import Edit, Finding

WAIT = 0.3  # seconds without a key after which a text is looked through
FIX_ALL = "source.fixAll.postlint"
_SEVERITIES = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "info": lsp.DiagnosticSeverity.Information,
}


class Server(LanguageServer):
    """The server, what it last found in each open text, and the sentences that it has told already."""

    def __init__(self, examiner: Examiner, lang: str) -> None:
        # Whole texts: where a line ends within them is then nobody's opinion but ours.
        super().__init__("postlint", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.examiner, self.lang = examiner, lang
        self.found: dict[str, Examined] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._told: dict[str, str] = {}

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Tell that something went wrong in the server, and nothing of what was being read."""
        self.tell(Problem("unexpected", {"what": type(error).__name__, "where": "lsp"}))

    def tell(self, problem: Problem, uri: str = "") -> None:
        """Show one sentence in the editor, once as long as it is true of a text."""
        told = problem.tell(self.lang)
        if told != self._told.get(uri):
            self._told[uri] = told
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"postlint: {told}"))

    def soon(self, uri: str) -> None:
        """Look a text through when nobody has typed in it for a while."""
        if uri in self._waiting:
            self._waiting[uri].cancel()
        self._waiting[uri] = asyncio.get_running_loop().call_later(WAIT, self.look, uri)

    def look(self, uri: str) -> None:
        """Look a text through and send what was found."""
        if uri in self._waiting:
            self._waiting.pop(uri).cancel()
        text, path = self.source(uri), to_fs_path(uri) or ""
        if text is None:
            return
        try:
            found = self.examiner.examine(path, text)
            self._told.pop(uri, None)
        except PostlintError as error:
            self.tell(error.problem, uri)
            found = Examined(text)
        except Exception as error:  # a mistake of ours must not end the editor's session
            self.report_server_error(error, type(error))
            found = Examined(text)
        self.found[uri] = found
        self._publish(uri, list(_diagnostics(found, self.lines(text), self.lang)))

    def forget(self, uri: str) -> None:
        """Take back what was said of a text that was closed."""
        if uri in self._waiting:
            self._waiting.pop(uri).cancel()
        self.found.pop(uri, None)
        self._publish(uri, [])

    def source(self, uri: str) -> str | None:
        """Return the text of an open document; ``None`` for one that is not a post."""
        if uri not in self.workspace.text_documents:
            return None
        named = uri.lower().rpartition("/")[2]
        if not named.endswith(ENDINGS) and not uri.startswith("untitled:"):
            return None
        return self.workspace.get_text_document(uri).source

    def lines(self, text: str) -> Lines:
        """Return a text by lines, in the units that the editor counts in."""
        unit = self.workspace.position_encoding
        return Lines(text, str(getattr(unit, "value", unit) or "utf-16"))

    def current(self, uri: str) -> Examined | None:
        """Return what is found in a text as it is now."""
        text = self.source(uri)
        if text is not None and (uri not in self.found or self.found[uri].text != text):
            self.look(uri)
        return self.found.get(uri) if text is not None else None

    def _publish(self, uri: str, diagnostics: list[lsp.Diagnostic]) -> None:
        open_ = uri in self.workspace.text_documents
        version = self.workspace.get_text_document(uri).version if open_ else None
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, diagnostics, version))


def serve(config: str, ui_lang: str, lang: str) -> None:
    """Speak to the editor until it says goodbye. ``ui_lang`` is the language of all messages, else each post's own."""
    log = logging.getLogger("pygls")  # what it would write may hold words of a draft
    log.addHandler(logging.NullHandler())
    log.propagate = False
    # A stream of its own, which the server may close; what else would be printed must not get into it.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as stream, redirect_stdout(sys.stderr):
        made(Examiner(config, ui_lang or None), lang).start_io(stdout=stream)


def made(examiner: Examiner, lang: str) -> Server:
    """Return a server with all that it answers to."""
    server = Server(examiner, lang)

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def _opened(params: lsp.DidOpenTextDocumentParams) -> None:
        server.look(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def _changed(params: lsp.DidChangeTextDocumentParams) -> None:
        server.soon(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def _saved(params: lsp.DidSaveTextDocumentParams) -> None:
        server.look(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def _closed(params: lsp.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def _hover(params: lsp.HoverParams) -> lsp.Hover | None:
        return hover(server, params)

    kinds = [lsp.CodeActionKind.QuickFix, FIX_ALL]
    options = lsp.CodeActionOptions(code_action_kinds=kinds)

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, options)
    def _actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        return list(actions(server, params))

    return server


def hover(server: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    """Return what is said of the findings at a place: message, advice, clauses and fixes."""
    found = server.current(params.text_document.uri)
    if found is None:
        return None
    lines = server.lines(found.text)
    at = lines.offset(Place(params.position.line, params.position.character))
    here = [one for one in found.placed if one.start <= at <= one.end]
    if not here:
        return None
    told = "\n\n".join(_told(one.finding) for one in here)
    contents = lsp.MarkupContent(lsp.MarkupKind.PlainText, told)
    return lsp.Hover(contents, _range(lines, here[0].start, here[0].end))


def _told(finding: Finding) -> str:
    lines = [f"{tally.severity_word(finding.severity, finding.lang)} · {finding.rule}", finding.message]
    lines += [f"→ {finding.advice}"] if finding.advice else []
    lines += [f"{clause.policy} {clause.clause}: {clause.title}" for clause in finding.clauses]
    lines += [
        say("fix-safe" if fix.safe else "fix-suggested", finding.lang, titles=fix.title) for fix in finding.fixes
    ]
    return "\n".join(lines)


def actions(server: Server, params: lsp.CodeActionParams) -> Iterator[lsp.CodeAction]:
    """Yield what can be done about the findings in a range: each fix, a waiver, and all safe fixes at once."""
    uri = params.text_document.uri
    found = server.current(uri)
    if found is None:
        return
    lines = server.lines(found.text)
    first, last = (lines.offset(Place(one.line, one.character)) for one in (params.range.start, params.range.end))
    if _wanted(lsp.CodeActionKind.QuickFix.value, params):
        for one in found.placed:
            if one.start <= last and first <= one.end:
                yield from _fixes(one, lines, uri)
                yield from _waiver(one, found.text, lines, uri, server.lang)
    if _wanted(FIX_ALL, params, asked_for=True):
        yield from _fix_all(found, lines, uri, server.lang)


def _wanted(kind: str, params: lsp.CodeActionParams, asked_for: bool = False) -> bool:
    """Say whether the editor wants actions of a kind; ``asked_for``: only where it says so."""
    only = [str(getattr(one, "value", one)) for one in params.context.only or ()]
    return not asked_for if not only else any(kind == one or kind.startswith(f"{one}.") for one in only)


def _fixes(one: Placed, lines: Lines, uri: str) -> Iterator[lsp.CodeAction]:
    for fix, edits in zip(one.finding.fixes, one.edits, strict=False):
        if edits:
            yield lsp.CodeAction(
                fix.title, kind=lsp.CodeActionKind.QuickFix, diagnostics=[_diagnostic(one, lines)],
                is_preferred=fix.safe, edit=_workspace_edit(edits, lines, uri),
            )  # fmt: skip


def _waiver(one: Placed, text: str, lines: Lines, uri: str, lang: str) -> Iterator[lsp.CodeAction]:
    edit = waiver_edit(text, one.finding.rule, lang) if one.finding.waivable else None
    if edit is not None:
        yield lsp.CodeAction(
            say("lsp-waive", lang, rule=one.finding.rule), kind=lsp.CodeActionKind.QuickFix,
            diagnostics=[_diagnostic(one, lines)], edit=_workspace_edit([edit], lines, uri),
        )  # fmt: skip


def _fix_all(found: Examined, lines: Lines, uri: str, lang: str) -> Iterator[lsp.CodeAction]:
    fixes = [
        fix._replace(edits=edits)
        for one in found.placed
        for fix, edits in zip(one.finding.fixes, one.edits, strict=False)
    ]
    edits = chosen(found.text, fixes)
    if edits:
        yield lsp.CodeAction(say("lsp-fix-all", lang), kind=FIX_ALL, edit=_workspace_edit(edits, lines, uri))


def _workspace_edit(edits: Sequence[Edit], lines: Lines, uri: str) -> lsp.WorkspaceEdit:
    changes = [lsp.TextEdit(_range(lines, edit.start, edit.end), edit.text) for edit in edits]
    return lsp.WorkspaceEdit(changes={uri: changes})


def _diagnostics(found: Examined, lines: Lines, lang: str) -> Iterator[lsp.Diagnostic]:
    yield from (_diagnostic(one, lines) for one in found.placed)
    for void in found.void:
        told = say("lsp-void", lang, rule=void.rule, why=tally.void_reason(void, lang).rstrip("."))
        where = _whole_line(lines, void.line)
        yield lsp.Diagnostic(where, told, lsp.DiagnosticSeverity.Warning, void.rule, source="postlint")
    severities = ((found.problems, lsp.DiagnosticSeverity.Error), (found.warnings, lsp.DiagnosticSeverity.Warning))
    for problems, severity in severities:
        for problem in problems:
            told = problem._replace(path="", line=0, column=0, source="").tell(lang)
            yield lsp.Diagnostic(_whole_line(lines, problem.line), told, severity, source="postlint")


def _diagnostic(one: Placed, lines: Lines) -> lsp.Diagnostic:
    finding = one.finding
    told = f"{finding.message}\n→ {finding.advice}" if finding.advice else finding.message
    where = _range(lines, one.start, one.end)
    return lsp.Diagnostic(where, told, _SEVERITIES[finding.severity], finding.rule, source="postlint")


def _range(lines: Lines, start: int, end: int) -> lsp.Range:
    return lsp.Range(lsp.Position(*lines.place(start)), lsp.Position(*lines.place(end)))


def _whole_line(lines: Lines, number: int) -> lsp.Range:
    """Return the range of a line counted from 1; of the first where it is not known."""
    return _range(lines, *lines.line(max(number - 1, 0)))
