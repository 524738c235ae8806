#!/usr/bin/env python3
"""Three hundred articles of mixed kinds and five broken ones; again; after an edit; after a lexicon's entry."""
import json
import pathlib
import re
import time

import articles
from helper import batch, expect, files, made, workspace

COUNT = 300

home = workspace()
articles.write("in", COUNT)
broken = articles.write_broken("in")

started = time.monotonic()
first = batch("in", "-o", "out", "--log", "log.ndjson", status=3)
took = time.monotonic() - started
expect(len(made(first)) == COUNT, "made", len(made(first)), first.stderr)
expect(f"{broken} of {COUNT + broken} articles failed" in first.stderr, first.stderr)
states = [json.loads(line)["state"] for line in open("log.ndjson", encoding="utf-8")]
expect(states.count("made") == COUNT and states.count("failed") == broken, states)
before = files("out")

started = time.monotonic()
again = batch("in", "-o", "out", status=3)
print(f"first run {took:.2f} s, second {time.monotonic() - started:.2f} s")
expect(made(again) == [] and re.search(rf"unchanged +{COUNT}\n", again.stderr), again.stderr)
expect(files("out") == before, "the second run changed a file")

edited = pathlib.Path("in/news/story 1.md")
edited.write_text(edited.read_text(encoding="utf-8") + "\nOne more thing happened.\n", encoding="utf-8")
expect(made(batch("in", "-o", "out", status=3)) == ["out/news/story 1.ogg"], "an edit makes its article alone")

for name in ("news/story 1.md", "sport/story 3.txt", "story 8.html"):
    path = pathlib.Path("in", name)
    text = path.read_text(encoding="utf-8").replace("</article>", "<p>Then Xiuying spoke of it.</p></article>")
    path.write_text(text if "</p></article>" in text else text + "\nThen Xiuying spoke of it.\n", encoding="utf-8")
batch("in", "-o", "out", status=3)
pathlib.Path("names.lexicon").write_text("Xiuying\tshow ying\n", encoding="utf-8")
again = batch("in", "-o", "out", "--lexicon", "names.lexicon", status=3)
expect(made(again) == ["out/news/story 1.ogg", "out/sport/story 3.ogg", "out/story 8.ogg"], made(again))

batch("in", "-o", "clean", "--lexicon", "names.lexicon", status=3)
expect(files("out") == files("clean"), "increments and a clean run differ")
