"""The configuration and the pinned packages in; the page's folder, whole, and the manual beside
it, out. Needs npm and, the first time, its registry."""

from __future__ import annotations

import json
import shutil
import subprocess
from hashlib import blake2b
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from desk.admin.config import AdminSettings, config_of
from desk.manual.site import write_manual

WEB = Path(__file__).parent / "web"
_SOURCES = ("package.json", "package-lock.json", "build.mjs", "main.js", "vi.json")
MADE = ".made-by-invoke-admin"
"""The file by which a folder is known as one that may be written over; never published."""
_MANUAL = "huong-dan"
_SECONDS = 600
_OWN_HOSTS = {
    "github": "https://api.github.com https://github.com",
    "gitlab": "https://gitlab.com",
    "gitea": "",
}


class NotMade(Exception):
    """The page could not be made; says why in one line of Vietnamese."""


def make(settings: AdminSettings, handbook: Path, folder: Path, cache: Path) -> Path:
    """Write the page into `folder`, over an earlier one and nothing else; its first page.
    Raises NotMade."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MADE).exists():
        raise NotMade(f"{folder}: trong đó có tệp không do lệnh này ghi, không ghi đè")
    bundle = bundled(cache)
    with TemporaryDirectory(dir=_parent(folder), prefix=".admin-") as staging:
        made = Path(staging) / "admin"
        shutil.copytree(bundle, made)
        config = json.dumps(config_of(settings), ensure_ascii=False, indent=1) + "\n"
        (made / "config.json").write_text(config, "utf-8")
        page = (WEB / "index.html").read_text("utf-8").replace("{csp}", escape(policy(settings)))
        (made / "index.html").write_text(page, "utf-8")
        (made / MADE).write_text("")
        write_manual(handbook, made / _MANUAL)
        if folder.exists():
            shutil.rmtree(folder)
        made.rename(folder)
    return folder / "index.html"


def policy(settings: AdminSettings) -> str:
    """The page's own Content-Security-Policy: nothing but its own files, and the Git host."""
    hosts = settings.host.rstrip("/") or _OWN_HOSTS[settings.backend]
    return (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
        f"connect-src 'self' blob: data: {hosts}; worker-src 'self' blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def bundled(cache: Path) -> Path:
    """The CMS, bundled; made once for each state of its sources. Raises NotMade."""
    parts = [(WEB / name).read_bytes() for name in _SOURCES]
    digest = blake2b(b"\0".join(parts), digest_size=8).hexdigest()
    bundle = cache / "admin" / digest
    if bundle.is_dir():
        return bundle
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        raise NotMade("cần Node.js (npm) để dựng trang biên tập; cài gói nodejs và npm")
    bundle.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=bundle.parent, prefix=".making-") as work:
        for name in _SOURCES:
            shutil.copyfile(WEB / name, Path(work) / name)
        _run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], work)
        _run([node, "build.mjs", "out"], work)
        schema = Path(work) / "node_modules" / "@sveltia" / "cms" / "schema" / "sveltia-cms.json"
        shutil.copyfile(schema, bundle.parent / f"{digest}.schema.json")
        left = Path(work) / "untranslated.json"
        shutil.copyfile(left, bundle.parent / f"{digest}.untranslated.json")
        if not bundle.exists():
            (Path(work) / "out").rename(bundle)
    return bundle


def schema_of(cache: Path) -> Path:
    """The schema of the configuration, as it ships with the CMS. Raises NotMade."""
    bundle = bundled(cache)
    return bundle.with_name(f"{bundle.name}.schema.json")


def untranslated(cache: Path) -> list[str]:
    """The words of the page that stand in English, neither they nor vi.json having them in
    Vietnamese: group.word. Raises NotMade."""
    bundle = bundled(cache)
    text = bundle.with_name(f"{bundle.name}.untranslated.json").read_text("utf-8")
    return [str(word) for word in json.loads(text)]


def _run(command: list[str], folder: str) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - npm and node as PATH has them
            command, cwd=folder, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotMade(f"{Path(command[0]).name}: không chạy được ({error})") from error
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
        raise NotMade(f"{Path(command[0]).name}: không dựng được trang ({' '.join(last)})")


def _parent(folder: Path) -> Path:
    folder.parent.mkdir(parents=True, exist_ok=True)
    return folder.parent
