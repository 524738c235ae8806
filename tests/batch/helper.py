"""What the tests of batch share: a narrate to run, folders to compare."""
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile

NARRATE = os.environ["TEST_NARRATE"]


def batch(*arguments, engine="tone", status=0):
    command = [NARRATE, "batch", "--engine", engine, "--progress", "none", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, errors="surrogateescape")
    if status is not None and done.returncode != status:
        sys.exit(f"{' '.join(command)}\nexit {done.returncode}, not {status}\n{done.stderr}")
    return done


def made(done):
    return sorted(line for line in done.stdout.splitlines())


def files(folder):
    """Each file's hash but for what batch keeps for itself."""
    folder = pathlib.Path(folder)
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and name.parts[0] != ".narrate":
            found[str(name)] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def stray(folder):
    return [str(path) for path in pathlib.Path(folder).rglob("*narrate-tmp*")]


def expect(condition, *what):
    if not condition:
        sys.exit(" ".join(map(str, what)))


def workspace():
    home = tempfile.TemporaryDirectory(prefix="narrate-batch-")
    os.chdir(home.name)
    os.environ.update(HOME=home.name, XDG_CONFIG_HOME=home.name, XDG_DATA_HOME=home.name)
    return home
