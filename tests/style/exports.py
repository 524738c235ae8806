#!/usr/bin/env python3
"""The library exports what the public headers declare, and nothing else.  Usage: exports.py LIBRARY INCLUDE_DIR"""
import pathlib
import re
import subprocess
import sys

# Symbols of the instrumentation itself.
INSTRUMENTS = re.compile(r"__(asan|ubsan|sanitizer|sancov|odr_asan|start___|stop___|local_asan)")

listing = subprocess.run(["nm", "-D", "--defined-only", sys.argv[1]], capture_output=True, text=True, check=True)
exported = {line.split()[-1].split("@")[0] for line in listing.stdout.splitlines()}
exported = {symbol for symbol in exported if not INSTRUMENTS.match(symbol)}
headers = "\n".join(path.read_text() for path in pathlib.Path(sys.argv[2]).rglob("*.h"))
declared = set(re.findall(r"\b(nr_\w+)\(", "\n".join(re.findall(r"^NR_API[^;]*;", headers, re.M))))
problems = [f"{symbol}: exported, but not declared with NR_API" for symbol in sorted(exported - declared)]
problems += [f"{symbol}: declared with NR_API, but not exported" for symbol in sorted(declared - exported)]
print("\n".join(problems), end="\n" if problems else "")
sys.exit(1 if problems else 0)
