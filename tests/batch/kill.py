#!/usr/bin/env python3
"""A batch is killed again and again with all its processes; one full run then leaves what an undisturbed one does."""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import time

import articles
from helper import NARRATE, batch, expect, files, stray, workspace

KILLS = 30

home = workspace()
articles.write("in", 40, least=4, most=14)
batch("in", "-o", "clean", "--chapters", "json", engine="espeak-ng")
clean = files("clean")

chance = random.Random(os.environ.get("KILL_SEED", "1"))
command = [NARRATE, "batch", "-q", "in", "-o", "out", "--chapters", "json"]
kills = runs = 0
while kills < KILLS and runs < 3 * KILLS:
    if len(files("out")) >= 72:  # nearly all is done: begin anew
        shutil.rmtree("out")
    runs += 1
    process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL)
    time.sleep(chance.uniform(0.02, 1.2))
    kills += process.poll() is None
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()
    for name, digest in files("out").items():
        torn = clean.get(name) != digest and "narrate-tmp" not in name
        expect(not torn, name, "is torn")
expect(kills == KILLS, "only", kills, "kills")
left = len([path for path in pathlib.Path("out").rglob("*.ogg")])
done = batch("in", "-o", "out", "--chapters", "json", engine="espeak-ng")
expect(files("out") == clean, "the folder differs from an undisturbed run's", done.stderr)
expect(not stray("out"), "temporary files are left", stray("out"))
print(f"{kills} kills in {runs} runs; {left} recordings were there before the last run")
