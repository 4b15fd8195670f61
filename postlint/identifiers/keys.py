"""Keys and tokens, known by the shape that their issuers give them, and assignments of secrets in code.

Prefixes as the issuers document them: GitHub ("Behind GitHub's new authentication token formats"), GitLab ("Token
overview"), Slack ("Token types"), AWS ("Understanding unique ID prefixes"), Stripe ("API keys"), Google Cloud, npm,
PyPI, SendGrid, DigitalOcean, Shopify, and others alike. JSON Web Tokens: RFC 7519; private keys: RFC 7468.
"""

from __future__ import annotations

from postlint.patterns import lazy
from postlint.record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a text must hold before the long expression is worth its time.
_SIGN = lazy(r"-----BEGIN|[A-Za-z0-9_\-./+]{20}|[=:]\s?[\"']?\S{6}|://[^/\s:@]+:")
_SHAPED = lazy(
    r"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----"
    r"|(?<![\w-])(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|gl(?:pat|dt|rt|ptt)-[\w-]{18,}|xox[abeoprs]-[\w-]{10,}"
    r"|xapp-[\w-]{10,}|(?:AKIA|ASIA)[A-Z0-9]{16}(?!\w)|[a-z]{2,6}_(?:live|prod|secret)_\w{12,}|[srp]k_test_\w{16,}"
    r"|sk-(?:ant-|proj-|svcacct-)?[\w-]{20,}|AIza[\w-]{35}|ya29\.[\w-]{20,}|GOCSPX-[\w-]{20,}|npm_[A-Za-z0-9]{30,}"
    r"|pypi-[\w-]{40,}|SG\.[\w-]{16,}\.[\w-]{16,}|do[opr]_v1_[a-f0-9]{40,}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{24,}"
    r"|hf_[A-Za-z0-9]{30,}|dckr_pat_[\w-]{20,}|AGE-SECRET-KEY-1\w{50,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})"
    r"|https://hooks\.slack\.com/services/\w+/\w+/\w{16,}"
)
_ASSIGNED = lazy(
    r"(?i)(?:(?<![a-z])(?:[a-z]{1,20}[_-]){0,4}(?:password|passwd|pwd|passphrase|api[_-]?key|secret(?:[_-]?key)?|access[_-]?key"
    r"|token|client[_-]?secret|adgangskode|kodeord)[\"']?\s*(?:=|:(?=\s*[\"']))\s*[\"']?|(?<![a-z])[a-z]{3,}(?:_KEY|_PASS)="
    r"[\"']?|[?&](?:pwd|passcode|token|key|access_token)=|\bbearer\s+|\bbasic\s+(?=[A-Za-z0-9+/]{16}))"
    r"(?P<value>[^\s\"'<>|`]{6,})"
)
_LOGIN = lazy(r"\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@<>$]+:(?P<value>[^\s/@<>${}]{4,})@[\w.-]+", 2)
_PLACEHOLDER = lazy(
    r"(?i)example|eksempel|placeholder|changeme|change[_-]?me|redacted|your[_-]|my[_-]|din[_-]|dit[_-]|insert|todo|xxxx"
    r"|\*\*\*|\.\.\.|…|^[$%{<\[(]|^(.)\1+$|secret$|password$|abcdef|^(?:process\.env|os\.environ|env|config|settings)\b"
    r"|12345678|hunter2|\($|\)$"
)


def keys(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield ``(start, end, whole)`` of keys, tokens and assigned secrets, never those that stand for one; ``whole``
    is true for a private key, whose first line alone is given."""
    if _SIGN.search(text) is None:
        return
    for found in _SHAPED.finditer(text):
        if not _PLACEHOLDER.search(found[0]):
            yield found.start(), found.end(), found[0].startswith("-----")
    for pattern in (_ASSIGNED, _LOGIN):
        for found in pattern.finditer(text):
            value = found["value"].rstrip(".,;:!?)]}")
            if is_random(value) and not _PLACEHOLDER.search(value):
                yield found.start("value"), found.start("value") + len(value), False


def is_random(value: str) -> bool:
    """Say whether ``value`` mixes kinds of signs as secrets do, and words do not."""
    if len(value) < 6:
        return False
    digits = any(c.isdigit() for c in value)
    letters = any(c.isalpha() for c in value)
    if digits and letters:
        return True
    marks = any(not c.isalnum() and c not in "-_.,/" for c in value)
    return (letters and marks and len(value) >= 8) or (digits and not letters and len(value) >= 6)


def is_placeholder(value: str) -> bool:
    """Say whether ``value`` only stands for a secret: "<password>", "changeme", "****"."""
    return _PLACEHOLDER.search(value) is not None
