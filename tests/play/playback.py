#!/usr/bin/env python3
"""Plays to real sound outputs and listens.  Usage: playback.py NARRATE [TEST...]"""
import array
import sys
import time

from stage import RATE, Stage, gaps, strip

PHRASE = ("The harbour opened again on Monday. It rose 5% in 3 days, the council said. Work goes on until spring, and "
          "the ferry sails.")


def raw(path):
    return array.array("h", path.read_bytes())


def same(heard, wanted):
    added = gaps(heard, wanted)
    assert added is not None, f"{len(strip(heard))} frames were heard, not the {len(strip(wanted))} wanted"
    print(f"  {len(strip(wanted))} frames, each as in the file; {added} of silence between, where the machine was late")


def test_say_pulse(stage):
    """A phrase is heard as its file has it, sample for sample."""
    stage.start_server()
    wanted = stage.wav("say", "--loudness", "none", PHRASE)
    ear = stage.listen()
    started = time.monotonic()
    stage.run("say", "--loudness", "none", PHRASE)
    took = time.monotonic() - started
    assert took > 0.95 * len(strip(wanted)) / RATE, took
    same(ear.stop(), wanted)


def test_say_alsa(stage):
    config = stage.folder / "alsa.conf"
    config.write_text('pcm.null { type null }\nctl.null { type null }\npcm.!default { type file slave.pcm "null" '
                      f'file "{stage.folder}/alsa.raw" format "raw" }}\n')
    stage.env["ALSA_CONFIG_PATH"] = str(config)
    wanted = stage.wav("say", "--loudness", "none", PHRASE)
    stage.run("say", "--loudness", "none", "--device", "alsa", PHRASE)
    same(raw(stage.folder / "alsa.raw"), wanted)


def test_say_files(stage):
    wanted = stage.wav("say", "--loudness", "none", PHRASE)
    for kind in "file", "paced":
        stage.run("say", "--loudness", "none", "--device", f"{kind}:{stage.folder}/a.raw", PHRASE)
        assert raw(stage.folder / "a.raw") == wanted, kind


def main():
    tests = {name: test for name, test in globals().items() if name.startswith("test_")}
    for name in sys.argv[2:] or tests:
        print(name, flush=True)
        with Stage(sys.argv[1]) as stage:
            tests[name](stage)


if __name__ == "__main__":
    main()
