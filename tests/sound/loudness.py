#!/usr/bin/env python3
"""Measures, with ffmpeg, what every voice sounds like in every format.  Usage: loudness.py NARRATE

Fails if a file is not as loud as the default asks for, -19 LUFS, within 0.3 LU, or 0.5 LU where the format loses
some of the sound; or if a peak is over -3 dB, or 1 dB more where decoding makes other peaks than were encoded."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TARGET = -19.0
CEILING = -3.0
FORMATS = {"wav": 0.3, "flac": 0.3, "ogg": 0.5, "opus": 0.5, "mp3": 0.5}
EXACT = {"wav", "flac"}
CODEC_ADDS = 1.0


def measure(path):
    said = subprocess.run(["ffmpeg", "-nostats", "-i", path, "-af", "ebur128=peak=sample", "-f", "null", "-"],
                          check=True, capture_output=True, text=True).stderr
    return tuple(float(re.findall(rf"{label}: +(-?[\d.]+) (?:LUFS|dBFS)", said)[-1]) for label in ("I", "Peak"))


def check(narrate, voice, form, folder):
    path = folder / f"{voice}.{form}"
    text = pathlib.Path(os.environ["SOURCE_DIR"]) / "samples/science.txt"
    subprocess.run([narrate, "-q", "-v", voice, "-o", path, text], check=True, stdout=subprocess.DEVNULL)
    lufs, peak = measure(path)
    print(f"{voice:12} {form:5} {lufs:6.1f} LUFS, peaks to {peak:.1f} dB")
    if abs(lufs - TARGET) > FORMATS[form] + 0.05:  # ffmpeg tells one decimal
        yield f"{voice}, {form}: {lufs} LUFS"
    if peak > (CEILING if form in EXACT else CEILING + CODEC_ADDS):
        yield f"{voice}, {form}: a peak of {peak} dB"


if __name__ == "__main__":
    names = [line.split("\t")[0] for line in
             subprocess.run([sys.argv[1], "voices"], check=True, capture_output=True, text=True).stdout.splitlines()]
    with tempfile.TemporaryDirectory() as made:
        wrong = [line for name in names for form in FORMATS for line in check(sys.argv[1], name, form, pathlib.Path(made))]
    print("\n".join(wrong))
    sys.exit(1 if wrong or len(names) < 4 else 0)
