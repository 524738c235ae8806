#!/usr/bin/env python3
"""Checks the house style of a source tree.  Usage: check.py TREE

Prints FILE:LINE: what is wrong, and exits with 1 if there was anything."""
import pathlib
import re
import sys

FUNCTION_LINES_MAX = 60
FILE_LINES_MAX = 500

# Which public headers a directory may include.  A header's own row keeps the order of the flow.
FIRST = {"error", "settings", "article"}
MAY_INCLUDE = {
    "include/narrator/error.h": set(),
    "include/narrator/settings.h": {"error"},
    "include/narrator/article.h": {"error", "settings"},
    "include/narrator/archive.h": {"article"},
    "include/narrator/voice.h": {"article"},
    "include/narrator/lexicon.h": {"voice"},
    "include/narrator/plan.h": {"voice"},
    "include/narrator/speaker.h": {"voice"},
    "include/narrator/recording.h": {"plan", "speaker"},
    "include/narrator/output.h": {"recording"},
    "include/narrator/show.h": {"plan"},
    "include/narrator/playback.h": {"plan"},
    "src/base": {"error"},
    "src/read": FIRST | {"archive"},
    "src/voice": FIRST | {"voice", "lexicon"},
    "src/plan": FIRST | {"voice", "lexicon", "plan"},
    "src/speak": FIRST | {"voice", "speaker"},
    "src/record": FIRST | {"voice", "plan", "speaker", "recording"},
    "src/write": FIRST | {"voice", "plan", "recording", "output"},
    "src/show": FIRST | {"voice", "plan", "show"},
    "src/play": FIRST | {"voice", "plan", "speaker", "playback"},
    "src/batch": FIRST | {"archive", "voice", "lexicon", "plan", "speaker", "recording", "output"},
    "src/app": FIRST | {"archive", "voice", "lexicon", "plan", "speaker", "recording", "output", "show", "playback"},
}

# Parts of the program that are not in the library show one header each to the command.
FACES = {"batch/batch.h": "src/app"}

# The homes of each library's headers: a file, or a folder with its slash.
HOMES = {
    "espeak-ng/": ["src/speak/engine_espeak.c"],
    "sndfile.h": ["src/write/"],
    "vorbis/": ["src/write/"],
    "ogg/": ["src/write/"],
    "opus.h": ["src/write/oggopus.c"],
    "FLAC/": ["src/write/flac.c"],
    "soxr.h": ["src/write/resample.c"],
    "pulse/": ["src/play/device_pulse.c"],
    "alsa/": ["src/play/device_alsa.c"],
    "libspeechd.h": ["src/play/speechd.c"],
    "sonic.h": ["src/play/stretch.c"],
    "ebur128.h": ["src/write/envelope.c", "src/write/meter.c"],
    "unicode/": ["src/plan/", "src/read/charset_icu.c", "src/read/places.c"],
    "libxml/": ["src/read/html_parse.c", "src/batch/"],
    "md4c.h": ["src/read/markdown.c"],
    "jansson.h": ["src/app/receipt.c", "src/play/kept.c", "src/play/report.c", "src/read/html_jsonld.c",
                  "src/read/record.c", "src/show/view_json.c", "src/write/chapters.c", "src/batch/"],
    "sys/inotify.h": ["src/batch/watch.c"],
    "sha2.h": ["src/batch/hash.h"],
    "sys/prctl.h": ["src/speak/helper_work.c", "src/batch/worker.c"],  # Linux alone: they die with their host
}

# C11 and POSIX.1-2008.
STANDARD = set("""assert ctype errno fcntl float inttypes iso646 langinfo limits locale math poll pthread sched
    semaphore setjmp signal spawn stdalign stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string
    strings sys/mman sys/resource sys/select sys/socket sys/stat sys/time sys/types sys/uio sys/un sys/wait syslog
    termios time unistd wchar wctype dirent fnmatch sys/utsname""".split())

INCLUDE = re.compile(r'#\s*include\s+([<"])([^>"]+)[>"]')


def check_length(lines):
    """Bodies start and end with a brace in the first column, as clang-format lays them out."""
    if len(lines) > FILE_LINES_MAX:
        yield FILE_LINES_MAX + 1, f"the file has {len(lines)} lines, over {FILE_LINES_MAX}; split it"
    head = body = 0
    for number, line in enumerate(lines, 1):
        if line == "{":
            body = number
        elif line == "}" and body:
            if number - head + 1 > FUNCTION_LINES_MAX:
                yield head, f"the function has {number - head + 1} lines, over {FUNCTION_LINES_MAX}; split it"
            body = 0
        elif not body and re.match(r"[A-Za-z_]", line):
            head = number


def check_words(lines):
    for number, line in enumerate(lines, 1):
        found = re.search(r"\b(TODO|FIXME|XXX)\b", line)
        if found:
            yield number, f"{found[1]} is no place for work to be done"
        if re.search(r"\bgoto\s+(?!done;)", line):
            yield number, "the only label is done:"


def check_prototypes(name, lines):
    if not name.startswith("include/"):
        return
    for number, line in enumerate(lines, 1):
        if re.match(r"(?!NR_API|typedef)[A-Za-z_][\w *]*\(", line):
            yield number, "a public prototype without NR_API"
        if line.startswith("NR_API") and not lines[number - 2].rstrip().endswith("*/"):
            yield number, "a public prototype without a comment above it"


def check_public(name, header):
    row = name if name in MAY_INCLUDE else "/".join(name.split("/")[:2])
    if header.removesuffix(".h") not in MAY_INCLUDE.get(row, set()):
        yield f"{row} may not include narrator/{header}"


def check_library(name, header):
    for prefix, homes in HOMES.items():
        if header.startswith(prefix):
            if not any(name == home or home.endswith("/") and name.startswith(home) for home in homes):
                yield f"<{header}> is at home in {', '.join(homes)}"
            return
    if header.removesuffix(".h") not in STANDARD:
        yield f"<{header}> belongs neither to C, POSIX nor a library with a home"


def check_own(tree, name, header):
    ours = tree.joinpath(*pathlib.Path(name).parts[:2])
    beside = ((tree / name).parent / header).resolve()
    if (beside.is_file() and ours in beside.parents) or (tree / "src/base" / header).is_file():
        return
    if header in FACES and name.startswith(FACES[header] + "/"):
        return
    yield f'"{header}" is neither of this directory nor of base/'


def check_includes(tree, name, lines):
    for number, line in enumerate(lines, 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        header = found[2]
        if header.startswith("narrator/"):
            problems = check_public(name, header.removeprefix("narrator/"))
        elif found[1] == "<":
            problems = check_library(name, header)
        else:
            problems = check_own(tree, name, header)
        for problem in problems:
            yield number, problem


def check_file(tree, path):
    name = path.relative_to(tree).as_posix()
    lines = path.read_text(encoding="utf-8").splitlines()
    for check in (check_length(lines), check_words(lines), check_prototypes(name, lines),
                  check_includes(tree, name, lines)):
        for number, problem in check:
            yield f"{name}:{number}: {problem}"


def check_tree(tree):
    files = sorted(path for folder in ("include", "src") for path in (tree / folder).rglob("*.[ch]"))
    return [problem for path in files for problem in check_file(tree, path)]


if __name__ == "__main__":
    found = check_tree(pathlib.Path(sys.argv[1]).resolve())
    print("\n".join(found), end="\n" if found else "")
    sys.exit(1 if found else 0)
