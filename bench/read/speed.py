#!/usr/bin/env python3
"""How fast text becomes words to say, on one core, and its share of a render.

Usage: bench/read/speed.py [BUILD_DIR [MEGABYTES]]     (build-dev, 10)

Writes news-like text (paragraphs of samples/ between lines of tests/spec/), times `show --as spoken` on it, and
compares the processor time of planning one sample with that of rendering it to Ogg Vorbis.
"""
import glob
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parents[2]
narrate = root / (sys.argv[1] if len(sys.argv) > 1 else "build-dev") / "narrate"
megabytes = float(sys.argv[2]) if len(sys.argv) > 2 else 10


def processor_seconds(*arguments):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([narrate, "-q", *arguments], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def news(size):
    """Paragraphs of the samples; behind each second one, a line full of figures."""
    chance = random.Random(1)
    figures = [line.split("\t")[0] for path in sorted(glob.glob(f"{root}/tests/spec/news*.spec"))
               for line in open(path, encoding="utf-8") if "\t" in line and not line.startswith(("#", "locale"))]
    prose = [text.replace("\n", " ") for path in sorted(glob.glob(f"{root}/samples/*.txt"))
             for text in open(path, encoding="utf-8").read().split("\n\n") if len(text) > 120]
    made, length = [], 0
    while length < size:
        paragraph = chance.choice(prose) + (" " + chance.choice(figures) if chance.random() < 0.5 else "")
        made.append(paragraph)
        length += len(paragraph.encode()) + 2
    return "\n\n".join(made)


with tempfile.TemporaryDirectory() as folder:
    text = pathlib.Path(folder, "news.txt")
    text.write_text(news(megabytes * 1e6), encoding="utf-8")
    view = ("show", "--as", "spoken", "--from", "prose", "--locale", "en-GB")
    seconds = min(processor_seconds(*view, text) for _ in range(3))
    print(f"{text.stat().st_size / 1e6:.1f} MB read in {seconds:.2f} s of one core: "
          f"{text.stat().st_size / 1e6 / seconds:.1f} MB/s")
    short = pathlib.Path(folder, "short.txt")
    short.write_text(news(20000), encoding="utf-8")
    start = min(processor_seconds(*view, text_) for text_ in [short] * 3)
    render = processor_seconds("--force", "-o", f"{folder}/short.ogg", "--from", "prose", "--locale", "en-GB", short)
    plan = seconds * short.stat().st_size / text.stat().st_size
    print(f"20 kB: planning {plan * 1000:.1f} ms ({start * 1000:.0f} ms with the program's start), render to Vorbis "
          f"{render:.2f} s of processor: {100 * plan / render:.2f} % ({100 * start / render:.2f} % with the start)")
