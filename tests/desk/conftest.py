"""One SSH server for all tests of the desk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desk import sshd


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The PUBLISH_… variables that reach it."""
    with sshd.running(tmp_path_factory.mktemp("sshd")) as variables:
        yield variables
