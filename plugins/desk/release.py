"""Putting a finished build where readers find it: the old release stands until the new one is whole."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path

MANIFEST = "manifest.json"


def staging_for(output: Path) -> Path:
    """A fresh folder beside `output`, on the same file system, so that switching is a rename."""
    output.parent.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix=f"{output.name}.new-{os.getpid()}-", dir=output.parent))


def is_ours(output: Path) -> bool:
    """Whether `output` may be replaced: it is not there, is empty, or was made by a build before."""
    if not output.exists():
        return True
    return output.is_dir() and ((output / MANIFEST).is_file() or not any(output.iterdir()))


def write_manifest(staging: Path) -> None:
    """List every file of the release with the SHA-256 of its bytes, sorted, as manifest.json."""
    files = sorted(path for path in staging.rglob("*") if path.is_file())
    listed = {path.relative_to(staging).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    text = json.dumps({"files": listed}, ensure_ascii=False, indent=1, sort_keys=True)
    (staging / MANIFEST).write_text(text + "\n", encoding="utf-8", newline="\n")


def switch(staging: Path, output: Path) -> None:
    """Make `staging` the new `output`. Killed between the two renames, the old release still lies beside it."""
    staging.chmod(0o755)
    aside = output.with_name(f"{output.name}.old-{os.getpid()}")
    if output.exists():
        output.rename(aside)
    staging.rename(output)
    shutil.rmtree(aside, ignore_errors=True)


def sweep(output: Path) -> None:
    """Remove what killed builds left beside `output`; bring back a release that was set aside and never replaced."""
    for aside in sorted(output.parent.glob(f"{output.name}.old-*")):
        if _is_running(aside.name.removeprefix(f"{output.name}.old-")):
            continue
        if not output.exists() and (aside / MANIFEST).is_file():
            aside.rename(output)
        else:
            shutil.rmtree(aside, ignore_errors=True)
    for staging in sorted(output.parent.glob(f"{output.name}.new-*")):
        if not _is_running(staging.name.removeprefix(f"{output.name}.new-").split("-")[0]):
            shutil.rmtree(staging, ignore_errors=True)


def _is_running(process: str) -> bool:
    """Whether the process with this number lives (another build may be at work on the same output)."""
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except OSError:
        return True
    return True
