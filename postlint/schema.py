"""JSON Schema (draft 2020-12) of a shape, for editors that complete and check while one writes."""

from __future__ import annotations

from postlint.shape import Either, Field, Flag, Items, Kind, Map, Number, Table, Text

DRAFT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, object]


def json_schema(table: Table, title: str, lang: str = "en") -> Schema:
    """Return the whole schema of a table, with descriptions in ``lang``."""
    return {"$schema": DRAFT, "title": title, **_kind(table, lang)}


def _kind(kind: Kind, lang: str) -> Schema:
    if isinstance(kind, Text):
        return _text(kind)
    if isinstance(kind, Flag):
        return {"type": "boolean"}
    if isinstance(kind, Number):
        return _number(kind)
    if isinstance(kind, Items):
        least: Schema = {"minItems": kind.least} if kind.least else {}
        return {"type": "array", "items": _kind(kind.kind, lang), **least}
    if isinstance(kind, Map):
        names: Schema = {"propertyNames": {"enum": list(kind.keys)}} if kind.keys else {}
        return {"type": "object", "additionalProperties": _kind(kind.kind, lang), **names}
    if isinstance(kind, Either):
        return {"anyOf": [_kind(one, lang) for one in kind.kinds]}
    assert isinstance(kind, Table)
    return _table(kind, lang)


def _text(kind: Text) -> Schema:
    if kind.prefixes:
        begins = [{"type": "string", "pattern": f"^{word}."} for word in kind.prefixes]
        return {"anyOf": [{"enum": list(kind.choices)}, *begins]}
    if kind.choices:
        return {"enum": list(kind.choices)}
    if kind.known:
        # The open end stands last, so that editors offer the known words first.
        return {"anyOf": [{"enum": list(kind.known)}, _text(kind._replace(known=()))]}
    if kind.filled:
        return {"type": "string", "pattern": r"\S"}
    examples: Schema = {"date": {"examples": ["2026-12-01"]}}.get(kind.form, {})  # type: ignore[assignment]
    if kind.form == "date-time":
        examples = {"examples": ["2026-12-01T08:00:00+01:00"]}
    return {"type": "string", **examples}


def _number(kind: Number) -> Schema:
    schema: Schema = {"type": "integer" if kind.whole else "number"}
    if kind.least is not None:
        schema["minimum"] = kind.least
    if kind.most is not None:
        schema["maximum"] = kind.most
    return schema


def _table(table: Table, lang: str) -> Schema:
    schema: Schema = {
        "type": "object",
        "properties": {field.name: _field(field, table, lang) for field in table.fields},
        "additionalProperties": False,
    }
    if table.required:
        schema["required"] = list(table.required)
    return schema


def _field(field: Field, table: Table, lang: str) -> Schema:
    schema = _kind(field.kind, lang)
    if table.nulls and not field.required:
        schema = {"anyOf": [schema, {"type": "null"}]}
    return {"description": field.da if lang == "da" else field.en, **schema}
