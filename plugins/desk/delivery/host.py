"""Delivery on another host, by rsync over SSH. The host needs only sh, rsync and an account that may write there."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Sequence

from plugins.newsroom.addresses import PERMANENT

from .release import CannotPublish, Changes, Release
from .target import Target

# Unchanged files are shared with the release before (hard links), so times must not be among what is compared.
_RSYNC = ("rsync", "-rp", "--checksum", "--delete", "--chmod=D755,F644", "--timeout=120", "-8", "--protect-args")

_PROBE = """\
if cd {path} 2>/dev/null; then
  if [ -L current ]; then readlink current
  elif [ -e current ]; then echo blocked; exit 0
  else echo none
  fi
else echo none
fi"""

_PROMISED = "cat {path}/current/{file} 2>/dev/null || true"

_PREPARE = """
set -e
umask 022
mkdir -p {path}/releases
cd {path}/releases
if [ -d {id} ]; then echo {id}; else mkdir -p .{id}.partial; echo .{id}.partial; fi"""

_SWITCH = """\
set -e
cd {path}
[ -d releases/{id} ] || mv -T releases/.{id}.partial releases/{id}
touch releases/{id}
rm -f .current.new
ln -s releases/{id} .current.new
mv -fT .current.new current
cd releases
ls -1t | tail -n +{first_too_old} | while read -r old; do rm -rf -- "./$old"; done
rm -rf .*.partial"""

# What ssh and rsync say, and the sentence that helps. The first that fits is taken.
_REASONS = (
    ("Host key verification failed", "{host} 的主机密钥不在 known_hosts 里，或者变了。请先核对密钥，再发布。"),
    ("Permission denied (", "{host} 不让登录。请检查账号和 PUBLISH_SSH_IDENTITY 指的密钥。"),
    ("Connection refused", "{host} 拒绝连接。请检查主机名和 PUBLISH_SSH_PORT。"),
    ("Could not resolve hostname", "找不到主机 {host}。请检查主机名和网络。"),
    ("timed out", "连接 {host} 超时。请检查网络和防火墙。"),
    ("No space left on device", "{host} 的磁盘满了，没有发布。"),
    ("Permission denied", "在 {host} 上没有权限写入 {path}。请检查文件夹属于谁。"),
    ("rsync: command not found", "{host} 上没有 rsync。请先在那里安装它。"),
    ("rsync: not found", "{host} 上没有 rsync。请先在那里安装它。"),
)


class Host:
    """One target folder on another host. ssh: the command and options that reach it, without the host."""

    def __init__(self, target: Target, ssh: Sequence[str]) -> None:
        self.target = target
        self.ssh = tuple(ssh)

    def compare(self, release: Release) -> Changes:
        """How `release` differs from what readers see now. Raises CannotPublish; touches nothing."""
        if not self._shown(self._remote(_PROBE)):
            return Changes.between({}, release.files)
        return _changes(self._rsync(release, f"{self.target.path}/current", "--dry-run", "--out-format=%i %n"))

    def promised(self) -> str:
        """The addresses.json of the release that readers see, "" when there is none. Raises CannotPublish."""
        return self._remote(_PROMISED, file=PERMANENT)

    def deliver(self, release: Release, keep: int) -> None:
        """Show `release` to readers and keep the newest `keep` releases. Raises CannotPublish."""
        answer = self._remote(_PROBE + _PREPARE, id=release.id)
        shown, place = self._shown(answer), answer.split()[-1]
        shared = (f"--link-dest=../{shown}",) if shown and shown != release.id else ()
        self._rsync(release, f"{self.target.path}/releases/{place}", *shared)
        self._remote(_SWITCH, id=release.id, first_too_old=keep + 1)

    def _shown(self, answer: str) -> str:
        """The id of the release readers see, "" if there is none; `answer` begins with what _PROBE found."""
        current = answer.partition("\n")[0]
        if current == "blocked":
            raise CannotPublish(f"{self.target}/current 不是发布程序建的链接。请把它移走，再发布。")
        return current.rpartition("/")[2] if current.startswith("releases/") else ""

    def _remote(self, script: str, **values: object) -> str:
        filled = script.format(path=shlex.quote(self.target.path), **values)
        return self._run([*self.ssh, self.target.host, shlex.join(["sh", "-c", filled])])

    def _rsync(self, release: Release, place: str, *options: str) -> str:
        address = f"{self.target.host}:{place}/"
        return self._run([*_RSYNC, "-e", shlex.join(self.ssh), *options, f"{release.folder}/", address])

    def _run(self, command: Sequence[str]) -> str:
        try:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8")
        except FileNotFoundError as missing:
            raise CannotPublish(f"这台电脑没有 {missing.filename}。请先安装它，再发布。") from missing
        if done.returncode:
            raise CannotPublish(self._reason(done.stderr))
        return done.stdout

    def _reason(self, complaints: str) -> str:
        for sign, sentence in _REASONS:
            if sign in complaints:
                return sentence.format(host=self.target.host, path=self.target.path)
        lines = [line.strip() for line in complaints.splitlines() if line.strip()] or ["没有说明原因"]
        return f"没有发布到 {self.target}：{lines[0]}"


def _changes(itemized: str) -> Changes:
    """What a dry run of rsync lists (`--out-format=%i %n`), files only."""
    new, changed, removed = [], [], []
    for line in itemized.splitlines():
        what, _, path = line.partition(" ")
        path = path.strip()
        if path.endswith("/"):
            continue
        if what == "*deleting":
            removed.append(path)
        elif what.startswith("<f+"):
            new.append(path)
        elif what.startswith("<f"):
            changed.append(path)
    return Changes(tuple(sorted(new)), tuple(sorted(changed)), tuple(sorted(removed)))
