"""The project's virtual environment: created once in .venv from the pinned requirements; tasks are then run inside it.

Standard library only, and written so that even Python 3.6 can read it: an old Python must be able to say that it is
too old. What a task does is left to `tasks.py`.
"""

import collections.abc
import contextlib
import hashlib
import importlib.util
import io
import json
import os
import sys
from pathlib import Path

OLDEST = (3, 11)
HOUSE = Path(__file__).resolve().parents[2]
TASKS_FOR_DEVELOPERS = ("test", "lint", "bench")
BASE, DEVELOPERS = "requirements.txt", "requirements-dev.txt"
LONGEST_LOG = 1000000  # characters of pip's output that are searched for a reason
UNFINISHED = "unfinished"  # a file in .venv while it is being made: if it is still there later, .venv is made again

# What pip prints on failure, and the sentence that helps. The first match counts.
REASONS = (
    (("No space left on device", "[Errno 28]"), "磁盘满了，运行环境没有装好。请腾出约 500 MB 空间，再运行一次。"),
    (
        ("DO NOT MATCH THE HASHES",),
        "下载到的软件包与 {requirements} 里的校验值不一致，为了安全没有安装。请换一个软件源再试。",
    ),
    (
        (
            "NewConnectionError",
            "establish a new connection",
            "name resolution",
            "ConnectTimeoutError",
            "ReadTimeoutError",
            "ProxyError",
            "SSLError",
            "Connection broken",
            "Network is unreachable",
        ),
        "连不上网络，运行环境没有装好。请检查网络或代理，再运行一次。",
    ),
    (("Permission denied", "[Errno 13]"), "没有权限写入 .venv 文件夹。请检查这个文件夹属于谁，再运行一次。"),
    (
        ("No matching distribution", "Could not find a version"),
        "软件源里找不到 {requirements} 要的版本。请检查网络，或换一个软件源再试。",
    ),
)
UNKNOWN = "运行环境没有装好，原因见 {log}。"


class Trouble(Exception):
    """The environment cannot be created. The text is one Chinese sentence that says what to do."""


def enter(arguments: "list[str]", house: Path = HOUSE) -> None:
    """Return if this process already runs inside a complete environment; otherwise make it and run the task in it.

    arguments: the command line after `tasks.py`. house: the folder of `tasks.py`.
    Ends the process with exit code 1 and one sentence when no environment can be made.
    """
    try:
        require_python(sys.version_info)
        was_changed = prepare(house, needed(arguments))
    except Trouble as trouble:
        say(str(trouble))
        sys.exit(1)
    except OSError as error:
        say(explain(str(error), BASE, ""))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    if was_changed or not is_inside(house):
        hand_over(house, arguments)


def require_python(version: "tuple[int | str, ...]") -> None:
    if tuple(version[:2]) < OLDEST:
        raise Trouble(
            "需要 Python {}.{} 或更新的版本，这里是 {}.{}。请安装新的 Python，再用它运行 tasks.py。".format(
                *(OLDEST + tuple(version[:2]))
            )
        )


def needed(arguments: "list[str]") -> str:
    """The requirements file this command line needs: only tests and lint need the developers' tools."""
    asks_for_help = "-h" in arguments or "--help" in arguments
    is_for_developers = bool(arguments) and arguments[0] in TASKS_FOR_DEVELOPERS
    return DEVELOPERS if is_for_developers and not asks_for_help else BASE


def prepare(house: Path, requirements: str) -> bool:
    """Make or complete the environment when necessary; returns whether it was. Raises Trouble."""
    if is_ready(house, requirements):
        return False
    with one_at_a_time(house):
        if not is_ready(house, requirements):
            make(house, requirements)
    return True


def is_ready(house: Path, requirements: str) -> bool:
    return is_usable(house) and read_stamp(house).get(requirements) == fingerprint(house, requirements)


def is_usable(house: Path) -> bool:
    """Whether .venv is complete and its Python new enough; what is installed in it is recorded in the stamp.

    Any Python may start the tasks: a complete environment is used as it is, and never remade for another version.
    """
    if (house / ".venv" / UNFINISHED).exists() or not os.access(str(python_of(house)), os.X_OK):
        return False
    version = version_of(house)
    return version >= OLDEST and (not is_inside(house) or version == tuple(sys.version_info[:2]))


def version_of(house: Path) -> "tuple[int, ...]":
    """The version of Python that .venv was made with, (3, 11); () when unknown."""
    try:
        lines = (house / ".venv" / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ()
    for line in lines:
        key, _, value = line.partition("=")
        numbers = value.strip().split(".")
        if key.strip() == "version" and all(number.isdigit() for number in numbers[:2]):
            return tuple(int(number) for number in numbers[:2])
    return ()


def make(house: Path, requirements: str) -> None:
    require_modules()
    log = house / ".cache" / "environment.log"
    log.parent.mkdir(exist_ok=True)
    environment = house / ".venv"
    say("正在准备运行环境 .venv（只在第一次或依赖有变化时，约需一分钟）……")
    with log.open("w", encoding="utf-8") as record:
        if not is_usable(house):
            remove(environment)
            environment.mkdir()
            (environment / UNFINISHED).touch()
            run([builder(house), "-m", "venv", str(environment)], record, requirements)
        (environment / UNFINISHED).touch()
        forget_stamp(house)
        run(pip_command(house, requirements), record, requirements)
    write_stamp(house, requirements)
    (environment / UNFINISHED).unlink()


def require_modules() -> None:
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        version = "{}.{}".format(*sys.version_info[:2])
        raise Trouble(
            f"这台电脑的 Python 缺少 venv 模块。请先安装它（Debian、Ubuntu：sudo apt install python{version}-venv），"
            "再运行一次。"
        )


def pip_command(house: Path, requirements: str) -> "list[str]":
    options = ["--quiet", "--require-hashes", "--no-input", "--disable-pip-version-check", "--retries", "2"]
    return [str(python_of(house)), "-m", "pip", "install"] + options + ["-r", str(house / requirements)]


def run(command: "list[str]", record: "io.TextIOWrapper", requirements: str) -> None:
    """Run one installation step, its output going to `record`. Raises Trouble."""
    import subprocess  # noqa: PLC0415  only the first start needs it

    start = record.tell()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=record, stderr=subprocess.STDOUT)
    if done.returncode:
        with open(record.name, encoding="utf-8", errors="replace") as written:
            written.seek(start)
            raise Trouble(explain(written.read(LONGEST_LOG), requirements, record.name))


def explain(output: str, requirements: str, log: str) -> str:
    """The sentence for what went wrong, recognised by the output of pip, venv or the system."""
    for signs, sentence in REASONS:
        if any(sign in output for sign in signs):
            return sentence.format(requirements=requirements)
    if not log:
        return f"运行环境没有装好：{output}。"
    return UNKNOWN.format(log=os.path.relpath(log) if os.name == "posix" else log)


def read_stamp(house: Path) -> "dict[str, str]":
    """Fingerprints of the requirements files that are installed, by file name."""
    try:
        stamp = json.loads(stamp_of(house).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(house: Path, requirements: str) -> None:
    """Record what is installed. The developers' file includes the base file."""
    names = [BASE, DEVELOPERS] if requirements == DEVELOPERS else [requirements]
    stamp = {name: fingerprint(house, name) for name in names}
    stamp_of(house).write_text(json.dumps(stamp, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def forget_stamp(house: Path) -> None:
    if stamp_of(house).exists():
        stamp_of(house).unlink()


def stamp_of(house: Path) -> Path:
    return house / ".venv" / "installed.json"


def fingerprint(house: Path, requirements: str) -> str:
    """Changes with the requirements file, the environment's Python and the kind of machine. str of 64 hex digits."""
    machine = os.uname().machine if hasattr(os, "uname") else os.environ.get("PROCESSOR_ARCHITECTURE", "")
    parts = (sys.implementation.name, *version_of(house), sys.platform, machine)
    content = (house / requirements).read_bytes()
    return hashlib.sha256(repr(parts).encode("ascii") + content).hexdigest()


def is_inside(house: Path) -> bool:
    environment = house / ".venv"
    return environment.is_dir() and os.path.realpath(sys.prefix) == os.path.realpath(str(environment))


def builder(house: Path) -> str:
    """The Python that makes .venv: inside a broken .venv, the Python that one was made with."""
    return getattr(sys, "_base_executable", sys.executable) if is_inside(house) else sys.executable


def python_of(house: Path) -> Path:
    return house / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def remove(environment: Path) -> None:
    if environment.is_symlink() or environment.is_file():
        environment.unlink()
    elif environment.exists():
        import shutil  # noqa: PLC0415

        shutil.rmtree(str(environment))


@contextlib.contextmanager
def one_at_a_time(house: Path) -> "collections.abc.Iterator[None]":
    """Hold the lock of the environment, so that two tasks started together do not make it twice."""
    try:
        import fcntl  # noqa: PLC0415  not there on Windows
    except ImportError:  # two tasks started at once may clash, and one has to be started again
        yield
        return
    (house / ".cache").mkdir(exist_ok=True)
    with (house / ".cache" / "environment.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def hand_over(house: Path, arguments: "list[str]") -> None:
    """Replace this process by the same command line under the environment's Python. Never returns."""
    command = [str(python_of(house)), str(house / "tasks.py"), *arguments]
    variables = dict(os.environ, PYTHONUTF8="1")
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.execve(command[0], command, variables)
    import subprocess  # noqa: PLC0415

    try:
        sys.exit(subprocess.call(command, env=variables))
    except KeyboardInterrupt:
        sys.exit(130)


def say(sentence: str) -> None:
    """Print one line for people on stderr, also where the terminal is said to know ASCII only."""
    stream = sys.stderr
    if "utf" in (stream.encoding or "").lower() or not hasattr(stream, "buffer"):
        stream.write(sentence + "\n")
    else:
        encoding = stream.encoding if (stream.encoding or "").lower().startswith("gb") else "utf-8"
        stream.buffer.write((sentence + "\n").encode(encoding, "replace"))
    stream.flush()
