"""The description of the interface (OpenAPI 3.1), from the same shapes that requests are read with."""

from __future__ import annotations

from postlint.post import LANGUAGES
from postlint.post_shape import POST
from postlint.record import TYPE_CHECKING
from postlint.schema import json_schema
from postlint.server.bodies import CHECK, CONSENTS, FEEDBACK, PAIRING, PRINT
from postlint.server.limits import Limits
from postlint.server.problem_details import MEDIA_TYPE
from postlint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from postlint.shape import Table

Schema = dict[str, "Any"]
JSON = "application/json"
_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer", "minimum": 0}
_FLAG: Schema = {"type": "boolean"}
# Pictures follow as parts image0, image1 … for images[0], images[1] …; that the post has those, no schema can say.
_WITH_PICTURES: Schema = {
    "schema": {
        "type": "object",
        "properties": {"request": {"$ref": "#/components/schemas/Post"}},
        "required": ["request"],
        "additionalProperties": False,
        "description": "image0, image1 …: images[0].file, images[1].file …",
    },
    "encoding": {"request": {"contentType": JSON}},
}
_FORMATS = {"2026-12-01": "date", "2026-12-01T08:00:00+01:00": "date-time"}


def description(lang: str, rules: Iterable[str], *, feedback_text: bool) -> Schema:
    """Return the description, its sentences in ``lang``, for an organisation with these ``rules``; ``feedback_text``
    says whether it keeps words of feedback."""
    schemas = _schemas(lang, list(rules))
    if not feedback_text:
        del schemas["Feedback"]["properties"]["text"]
    return {
        "openapi": "3.1.0",
        "info": {"title": "postlint", "version": __version__, "license": {"name": "MIT", "identifier": "MIT"}},
        "security": [{"token": []}],
        "paths": _paths(lang),
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": schemas,
        },
    }


def _paths(lang: str) -> Schema:
    return {
        "/v1/check": {"post": _post("check", "Report", {"anyOf": [_ref("Post"), _ref("Check")]})},
        "/v1/health": {"get": _get("health", _table(status={"const": "ok"}), security=[])},
        "/v1/version": {"get": _get("version", _ref("Version"))},
        "/v1/policies": {"get": _get("policies", _list(_ref("Policy")), lang=True)},
        "/v1/rules": {"get": _get("rules", _list(_ref("Rule")), lang=True)},
        "/v1/rules/{rule}": {"get": _get("rule", _ref("Rule"), lang=True, rule=True)},
        "/v1/consents/query": {"post": _post("consents", "Consents", _ref("ConsentQuery"))},
        "/v1/feedback": {"post": _post("feedback", "", _ref("Feedback"))},
        "/v1/pairing": {"post": _post("pairing", "Pairing", _shape(PAIRING, lang), security=[])},
        "/openapi.json": {"get": _get("openapi", {"type": "object"})},
    }


def _post(name: str, answer: str, body: Schema, **more: Any) -> Schema:
    content = {JSON: {"schema": body}}
    if name == "check":
        content["multipart/form-data"] = _WITH_PICTURES
    good = {"200": _answer(_ref(answer))} if answer else {"204": {"description": "-"}}
    return {
        "operationId": name, "requestBody": {"required": True, "content": content},
        "responses": {**good, "default": _problem()}, **more,
    }  # fmt: skip


def _get(name: str, answer: Schema, *, lang: bool = False, rule: bool = False, **more: Any) -> Schema:
    parameters: list[Schema] = []
    if lang:
        parameters.append({"name": "lang", "in": "query", "schema": {"enum": list(LANGUAGES)}})
    if rule:
        parameters.append({"name": "rule", "in": "path", "required": True, "schema": {**_TEXT, "pattern": "^[a-z-]+$"}})
    return {
        "operationId": name, "parameters": parameters,
        "responses": {"200": _answer(answer), "default": _problem()}, **more,
    }  # fmt: skip


def _answer(schema: Schema) -> Schema:
    return {"description": "-", "content": {JSON: {"schema": schema}}}


def _problem() -> Schema:
    return {"description": "RFC 9457", "content": {MEDIA_TYPE: {"schema": _ref("Problem")}}}


def _schemas(lang: str, rules: list[str]) -> Schema:
    limits = Limits()
    check = _shape(CHECK, lang)
    check["properties"]["posts"] |= {"maxItems": limits.posts, "items": _ref("Post")}
    query = _shape(CONSENTS, lang)
    for name, digits in (("sha256", 64), ("dhash", 16)):
        query["properties"][name] = _or_null({**_TEXT, "pattern": f"^({name}:)?[0-9a-f]{{{digits}}}$"})
    query["properties"]["people"]["maxItems"] = limits.people
    query["anyOf"] = _one_of(query, "sha256", "dhash")
    feedback = _shape(FEEDBACK, lang)
    feedback["properties"]["fingerprint"] = _or_null({**_TEXT, "pattern": f"^[0-9a-f]{{{PRINT}}}$"})
    feedback["properties"]["rule"] = _or_null({"enum": rules})
    feedback["anyOf"] = _one_of(feedback, "fingerprint", "rule")
    return {
        "Post": _shape(POST, lang), "Check": check, "ConsentQuery": query, "Feedback": feedback, **_answers(),
    }  # fmt: skip


def _answers() -> Schema:
    prints = _list(_table(id=_TEXT, version=_TEXT, sha256=_TEXT))
    packs = _list(_table(name=_TEXT, sha256=_TEXT))
    clause = _table(policy=_TEXT, clause=_TEXT, title=_TEXT)
    places = ("start", "end", "utf16_start", "utf16_end", "line", "column", "end_line", "end_column")
    edit = _table(start=_NUMBER, end=_NUMBER, text=_TEXT)
    finding = _table(
        rule=_TEXT, severity={"enum": ["info", "warning", "error"]}, message=_TEXT, lang={"enum": list(LANGUAGES)},
        field=_TEXT, span={"anyOf": [_table(**dict.fromkeys(places, _NUMBER)), {"type": "null"}]},
        clauses=_list(clause), fixes=_list(_table(title=_TEXT, safe=_FLAG, edits=_list(edit))),
    )  # fmt: skip
    post = _table(
        id=_TEXT, source=_TEXT, role=_TEXT, languages=_list(_TEXT), findings=_list(_ref("Finding")),
        not_evaluated=_list(_table(rule=_TEXT, reason=_TEXT)), waived=_list(_ref("Finding")), text_sha256=_TEXT,
        fingerprints=_list(_TEXT),
    )  # fmt: skip
    counts = _table(**dict.fromkeys(("posts", "errors", "warnings", "infos", "waived"), _NUMBER))
    units = _table(start=_TEXT, end=_TEXT, utf16_start=_TEXT, utf16_end=_TEXT)
    report = _table(
        postlint=_TEXT, api={"const": 1}, offset_unit=units, policies=prints, packs=packs, summary=counts,
        posts=_list(_ref("Checked")),
    )  # fmt: skip
    stale: Schema = {"type": ["string", "null"]}
    return {
        "Report": report, "Checked": post, "Finding": finding,
        "Version": _table(postlint=_TEXT, api=_NUMBER, policies=prints, packs=packs, stale=stale),
        "Policy": _table(id=_TEXT, version=_TEXT, sha256=_TEXT, title=_TEXT, clauses=_NUMBER),
        "Rule": _table(rule=_TEXT, title=_TEXT, on=_FLAG, severity={"type": "object"}, clauses=_list(clause)),
        "Consents": _table(
            register=_FLAG, people=_list(_table(id=_TEXT, answer={"enum": ["yes", "no", "expired"]}))
        ),
        "Pairing": _table(token=_TEXT),
        "Problem": _table(type=_TEXT, title=_TEXT, status=_NUMBER, detail=_TEXT),
    }  # fmt: skip


def _shape(table: Table, lang: str) -> Schema:
    """Return the schema of a shape, with the formats of dates, which JSON Schema for editors leaves out."""
    found = json_schema(table, "", lang)
    return {key: value for key, value in _dated(found).items() if key not in ("$schema", "title")}


def _dated(value: Any) -> Any:
    if isinstance(value, list):
        return [_dated(item) for item in value]
    if not isinstance(value, dict):
        return value
    found = {key: _dated(item) for key, item in value.items()}
    examples = value.get("examples")
    if isinstance(examples, list) and examples and examples[0] in _FORMATS:
        found["format"] = _FORMATS[examples[0]]
    return found


def _one_of(table: Schema, *names: str) -> list[Schema]:
    """Return that one of the fields must be there, and not null."""
    return [{"required": [name], "properties": {name: table["properties"][name]["anyOf"][0]}} for name in names]


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _table(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}
