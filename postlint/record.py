"""``NamedTuple``, ``Protocol`` and ``cast`` for a program that starts anew for every draft.

To a type checker and to a reader it is ``typing.NamedTuple``. At run time it is the same frozen tuple with named
fields, made without importing ``typing`` and with the constructor written out only when a class is first used:
that takes a sixth off the whole cold start (``benchmarks/speed.py``), and most classes are never used for
one draft.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
    from typing import Protocol as Protocol
    from typing import cast as cast
else:
    Protocol = object  # of use to a type checker only

    def cast(_kind, value):
        """Return a value as it is; a type checker takes it for the kind."""
        return value

    from _collections import _tuplegetter

    class _Fields(type):
        """Makes a class body of annotated names into a tuple class."""

        def __new__(cls, name, bases, body):
            if bases == (tuple,):
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            body.update({field: _tuplegetter(number, field) for number, field in enumerate(fields)})
            body.update(__slots__=(), _fields=fields, _field_defaults=defaults, __match_args__=fields)
            return super().__new__(cls, name, bases, body)

    class NamedTuple(tuple, metaclass=_Fields):
        """A tuple whose items have names; ``_replace`` returns a copy with some of them changed."""

        __slots__ = ()
        _fields = ()
        _field_defaults = {}  # noqa: RUF012

        def __new__(cls, *values, **named):
            cls.__new__ = staticmethod(_constructor(cls))
            return cls.__new__(cls, *values, **named)

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _replace(self, **changed):
            values = [changed.pop(field) if field in changed else value for field, value in zip(self._fields, self)]  # noqa: B905
            if changed:
                raise ValueError(f"Got unexpected field names: {list(changed)!r}")
            return tuple.__new__(type(self), values)

        def _asdict(self):
            return dict(zip(self._fields, self))  # noqa: B905

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            values = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self))  # noqa: B905
            return f"{type(self).__name__}({values})"

    def _constructor(cls):
        """Return ``__new__`` for a class, with its fields as parameters."""
        defaults = cls._field_defaults
        parameters = ", ".join(f"{field}=_d[{field!r}]" if field in defaults else field for field in cls._fields)
        values = "".join(f"{field}, " for field in cls._fields)
        made = eval(f"lambda _c, {parameters}: _t(_c, ({values}))", {"_t": tuple.__new__, "_d": defaults})
        made.__name__ = "__new__"
        return made
