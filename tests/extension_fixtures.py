"""A browser with the extension and a service for a file of tests, and pages with an editor for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser_extension import SITE, browser, install_editors, let_in, pages, pair
from extension_setting import KINDS, ORIGIN, Setting
from served import service

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from browser_extension import Inside
    from playwright.sync_api import Page


@pytest.fixture(scope="module")
def lib(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install_editors(tmp_path_factory.mktemp("npm"))


@pytest.fixture(scope="module")
def setting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Setting]:
    folder = tmp_path_factory.mktemp("extension")
    lib: list[Path] = []
    with browser(folder) as context, service(folder, *ORIGIN, lang="da") as served, pages(lib) as site:
        pair(context, served.base, served.token)
        let_in(context, f"http://{SITE}")
        yield Setting(context, site, lib, served)


@pytest.fixture(params=KINDS)
def editor(request: pytest.FixtureRequest, setting: Setting) -> Iterator[tuple[Page, Inside]]:
    """A page with one of the four kinds of editor, the caret in it."""
    yield from _page(setting, request)


@pytest.fixture(params=["textarea"])
def area(request: pytest.FixtureRequest, setting: Setting) -> Iterator[tuple[Page, Inside]]:
    yield from _page(setting, request)


@pytest.fixture(params=["rich"])
def rich(request: pytest.FixtureRequest, setting: Setting) -> Iterator[tuple[Page, Inside]]:
    yield from _page(setting, request)


def _page(setting: Setting, request: pytest.FixtureRequest) -> Iterator[tuple[Page, Inside]]:
    if request.param in ("quill", "lexical"):
        setting.lib[:] = [request.getfixturevalue("lib")]
    page, inside = setting.open(request.param)
    yield page, inside
    page.close()
