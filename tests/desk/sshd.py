"""A real SSH server on this machine's loopback for one test session: own keys, own port, nothing left behind."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.desk import programs

CONFIG = """\
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host_key
AuthorizedKeysFile {folder}/authorized_keys
PidFile none
UsePAM no
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
"""
SSH = "ssh -F none"


@contextmanager
def running(folder: Path) -> Iterator[dict[str, str]]:
    """Start the server with its files in `folder`; yields the PUBLISH_… variables that reach it as this user."""
    port = _free_port()
    for name in ("host_key", "user_key"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    shutil.copy(folder / "user_key.pub", folder / "authorized_keys")
    (folder / "known_hosts").write_text(f"[127.0.0.1]:{port} {(folder / 'host_key.pub').read_text()}")
    (folder / "config").write_text(CONFIG.format(port=port, folder=folder))
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # an sshd of root insists on it
    program = shutil.which("sshd", path=programs.search_path())
    server = subprocess.Popen([program, "-D", "-f", folder / "config", "-E", folder / "log"])
    variables = {
        "PUBLISH_TO": f"{getpass.getuser()}@127.0.0.1:/",
        "PUBLISH_SSH_COMMAND": f"{SSH} -o ControlPath={folder}/open-%p",
        "PUBLISH_SSH_PORT": str(port),
        "PUBLISH_SSH_IDENTITY": str(folder / "user_key"),
        "PUBLISH_SSH_KNOWN_HOSTS": str(folder / "known_hosts"),
    }
    try:
        _wait_for(port, folder / "log")
        with _kept_open(variables, folder / f"open-{port}"):
            yield variables
    finally:
        server.terminate()
        server.wait(timeout=10)


@contextmanager
def _kept_open(variables: dict[str, str], door: Path) -> Iterator[None]:
    """One connection through which all others go: to shake hands takes most of the time of a short one."""
    told = (f"UserKnownHostsFile={variables['PUBLISH_SSH_KNOWN_HOSTS']}", "BatchMode=yes")
    options = [*SSH.split(), "-N", "-M", "-S", door, "-p", variables["PUBLISH_SSH_PORT"]]
    options += ["-i", variables["PUBLISH_SSH_IDENTITY"], *(part for one in told for part in ("-o", one))]
    connection = subprocess.Popen([*options, variables["PUBLISH_TO"].partition(":")[0]])
    try:
        for _ in range(200):
            if door.exists():
                break
            time.sleep(0.05)
        yield
    finally:
        connection.terminate()
        connection.wait(timeout=10)


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def _wait_for(port: int, log: Path) -> None:
    for _ in range(100):
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"sshd did not start: {log.read_text() if log.exists() else ''}")
