"""System programs that the tests need besides Python packages: finds the missing ones and installs them through apt."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping

PACKAGES = {  # Debian packages, by program
    "apache2": ("apache2",),
    "chromium": ("chromium", "fonts-noto-cjk"),
    "exiftool": ("libimage-exiftool-perl",),
    "nginx": ("nginx-light",),
    "rsync": ("rsync",),
    "ssh": ("openssh-client",),
    "sshd": ("openssh-server",),
}
_SERVERS = ("/usr/sbin", "/usr/local/sbin")  # servers are installed here, often outside PATH


def search_path() -> str:
    """PATH, extended by the folders of servers."""
    return os.pathsep.join((os.environ.get("PATH", os.defpath), *_SERVERS))


def missing(programs: Iterable[str] = PACKAGES) -> tuple[str, ...]:
    """Those of `programs` that are not installed."""
    return tuple(program for program in programs if not shutil.which(program, path=search_path()))


def command(programs: Iterable[str]) -> str:
    """The command that installs them, for people."""
    return f"sudo apt-get install {' '.join(_packages(programs))}"


def bring(environment: Mapping[str, str] = os.environ) -> str:
    """Install missing programs through apt, where that needs no consent: as root, and in CI. Returns a sentence for people, ""
    when nothing was missing."""
    wanted = missing()
    if not wanted:
        return ""
    if not _install(wanted, environment):
        return f"缺少 {'、'.join(wanted)}，用到它们的测试不会运行。装上就会运行：{command(wanted)}"
    return f"已装好测试要用的程序：{'、'.join(wanted)}。"


def _install(programs: Iterable[str], environment: Mapping[str, str]) -> bool:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not shutil.which("apt-get") or not (is_root or (environment.get("CI") and shutil.which("sudo"))):
        return False
    apt = [*(() if is_root else ("sudo",)), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    steps = (["update"], ["install", "--yes", "--no-install-recommends", *_packages(programs)])
    try:
        return all(
            subprocess.run([*apt, *step], stdout=subprocess.DEVNULL, check=False).returncode == 0 for step in steps
        )
    except OSError:
        return False


def _packages(programs: Iterable[str]) -> list[str]:
    return [package for program in programs for package in PACKAGES[program]]
