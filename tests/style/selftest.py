#!/usr/bin/env python3
"""Each rule of check.py must find the one fault that breaks it, and nothing in a clean file."""
import pathlib
import sys
import tempfile

import check

CLEAN = '#include "good.h"\n\n#include <stdio.h>\n\nint one(void)\n{\n    return 1;\n}\n'

# File, text, and what must be reported, with its line.
FAULTS = [
    ("src/read/long.c", "void f(void)\n{\n" + "    ;\n" * 58 + "}\n", "1: the function has 61 lines"),
    ("src/read/file.c", "\n" * 501, "501: the file has 501 lines"),
    ("src/read/todo.c", "int a; /* TODO */\n", "1: TODO"),
    ("src/read/jump.c", "void f(void)\n{\n    goto out;\n}\n", "3: the only label"),
    ("src/read/up.c", '#include "narrator/plan.h"\n', "1: src/read may not include"),
    ("src/read/side.c", '#include "other.h"\n', '1: "other.h" is neither'),
    ("src/read/round.c", '#include "../plan/other.h"\n', '1: "../plan/other.h" is neither'),
    ("src/read/icu.c", "#include <unicode/ubrk.h>\n", "1: <unicode/ubrk.h> is at home in"),
    ("src/read/gnu.c", "#include <execinfo.h>\n", "1: <execinfo.h> belongs neither"),
    ("include/narrator/plan.h", '#include "narrator/show.h"\n', "1: include/narrator/plan.h may not include"),
    ("include/narrator/voice.h", "\nNR_API int nr_a(void);\n", "2: a public prototype without a comment"),
    ("include/narrator/show.h", "/* So. */\nint nr_a(void);\n", "2: a public prototype without NR_API"),
]


def reported(name, text):
    with tempfile.TemporaryDirectory() as folder:
        tree = pathlib.Path(folder)
        for path, content in ((name, text), ("src/read/good.h", ""), ("src/plan/other.h", "")):
            (tree / path).parent.mkdir(parents=True, exist_ok=True)
            (tree / path).write_text(content)
        return check.check_tree(tree)


failures = [f"a clean file: {reported('src/read/good.c', CLEAN)}"] if reported("src/read/good.c", CLEAN) else []
for file, source, wanted in FAULTS:
    got = reported(file, source)
    if len(got) != 1 or not got[0].startswith(f"{file}:{wanted}"):
        failures.append(f"{file}: wanted {wanted!r}, got {got}")
print("\n".join(failures), end="\n" if failures else "")
sys.exit(1 if failures else 0)
