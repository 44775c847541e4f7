"""Builds the column for readers and delivers the release to its target; returns a summary of what happened.

How a release reaches its target is left to `delivery`; building, to `build`.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.findings.progress import Progress
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.text.addresses import PERMANENT
from plugins.newsroom.text.files import write_whole
from plugins.newsroom.text.fingerprint import NAME, checksum

from . import build as builder
from .delivery import lock
from .delivery import target as targets
from .delivery.folder import Folder
from .delivery.host import Host
from .delivery.lock import Lockable, Tell
from .delivery.release import Changes, Release
from .delivery.target import Target
from .environment import HOUSE

BUILT = HOUSE / ".cache" / "release"  # one subfolder for each target and site address
PROMISED = HOUSE / ".cache" / "promised"  # likewise
WAIT = 1800  # seconds: another publisher may have to build everything first
ALWAYS = ("-o", "BatchMode=yes", "-o", "ConnectTimeout=15", "-o", "ServerAliveInterval=15")


@dataclass(frozen=True, slots=True)
class Settings:
    """target: where to deliver; site_url: the public address; ssh: the command that connects to a host; keep: releases kept;
    wait: seconds to wait while somebody else publishes to the target."""

    target: Target
    site_url: str
    ssh: tuple[str, ...] = ("ssh", *ALWAYS)
    keep: int = 3
    wait: int = WAIT


@dataclass(frozen=True, slots=True)
class Published:
    """The result. ok: readers see the release (or would, in a dry run); account: the summary for people."""

    ok: bool
    account: str = ""
    problems: tuple[Problem, ...] = ()


class Destination(Lockable, Protocol):
    def promised(self) -> str: ...
    def compare(self, release: Release) -> Changes: ...
    def deliver(self, release: Release, keep: int, number: int) -> Changes: ...


Finish = Callable[[Settings, Destination, Release], str]


def settings_from(environment: Mapping[str, str], to: str = "") -> Settings:
    """The settings from environment variables; `to`, when given, replaces PUBLISH_TO. Raises Refusal.

    PUBLISH_TO, PUBLISH_SITE_URL: required. PUBLISH_SSH_COMMAND (default ssh), PUBLISH_SSH_PORT, PUBLISH_SSH_IDENTITY
    (a private key's file), PUBLISH_SSH_KNOWN_HOSTS (a file), PUBLISH_KEEP (releases kept, default 3), PUBLISH_WAIT (seconds to
    wait for others, default 1800).
    """
    target = targets.parse(to or environment.get("PUBLISH_TO", ""))
    site_url = environment.get("PUBLISH_SITE_URL", "").strip()
    if not site_url:
        raise Refusal.of("TK55")
    keep, wait = _number(environment, "PUBLISH_KEEP", 3), _number(environment, "PUBLISH_WAIT", WAIT)
    return Settings(target, site_url, _ssh(environment), max(1, keep), wait)


def publish(
    content: Path,
    settings: Settings,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
    tell: Tell = lambda _: None,
) -> Published:
    """Build `content` and deliver it. Nothing is delivered after a failed build, or when a published address would vanish.

    tell: called with sentences for people while it works. Raises Refusal or OSError.
    """
    destination = reach(settings)
    if dry_run:
        return _published(content, settings, destination, progress, _compared)
    with lock.held(destination, settings.wait, tell) as number:
        return _published(content, settings, destination, progress, partial(_delivered, number))


def _published(
    content: Path, settings: Settings, destination: Destination, progress: Progress | None, finish: Finish
) -> Published:
    built = builder.build(
        content,
        BUILT / _short(settings),
        settings.site_url,
        settings="publishconf.py",
        progress=progress,
        production=True,
        previous=_promised_file(destination.promised(), settings),
    )
    if not built.ok:
        return Published(ok=False, problems=built.problems)
    account = finish(settings, destination, Release.of(BUILT / _short(settings)))
    return Published(True, f"{built.summary}\n{account}".strip(), built.problems)


def _compared(settings: Settings, destination: Destination, release: Release) -> str:
    changes = destination.compare(release)
    return f"试运行，没有改动 {settings.target}。若发布：{changes}。\n{changes.listing()}"


def _delivered(number: int, settings: Settings, destination: Destination, release: Release) -> str:
    changes = destination.deliver(release, settings.keep, number)
    return f"已发布到 {settings.target}（版本 {release.id}）：{changes}。"


def _promised_file(promised: str, settings: Settings) -> Path | None:
    """Write the published addresses to a file for the build; None when there is no release yet."""
    if not promised:
        return None
    file = PROMISED / _short(settings) / PERMANENT
    write_whole(file, promised.encode())
    return file


def _short(settings: Settings) -> str:
    """A folder name for each target and address, so that nobody publishes what somebody else is just building."""
    return checksum(f"{settings.target} {settings.site_url}".encode(), NAME)


def reach(settings: Settings) -> Destination:
    if settings.target.host:
        return Host(settings.target, settings.ssh)
    return Folder(Path(settings.target.path))


def _ssh(environment: Mapping[str, str]) -> tuple[str, ...]:
    command = shlex.split(environment.get("PUBLISH_SSH_COMMAND", "")) or ["ssh"]
    port = _number(environment, "PUBLISH_SSH_PORT", 0)
    options = ["-p", str(port)] if port else []
    for name, option in (("PUBLISH_SSH_IDENTITY", "IdentityFile"), ("PUBLISH_SSH_KNOWN_HOSTS", "UserKnownHostsFile")):
        if environment.get(name):
            options += ["-o", f"{option}={_file(environment, name)}"]
    return (*command, *ALWAYS, *options)


def _file(environment: Mapping[str, str], name: str) -> Path:
    path = Path(environment[name]).expanduser().absolute()
    if not path.is_file():
        raise Refusal.of("TK56", name=name, path=path)
    return path


def _number(environment: Mapping[str, str], name: str, default: int) -> int:
    written = environment.get(name, "").strip()
    if written and not written.isdecimal():
        raise Refusal.of("TK57", name=name, written=written)
    return int(written) if written else default
