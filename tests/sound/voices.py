#!/usr/bin/env python3
"""Listens to every voice profile.  Usage: voices.py NARRATE

Each reads 300 words; the sound is measured, and the check fails if any voice clips, is too soft, is not as loud as
its profile says, or is not clearly another than each of the others: in pitch, or in its long-term average spectrum.  What is "clear" is measured too:
the difference between two halves of one voice's own reading, which is the words' and not the voice's."""
import array
import cmath
import itertools
import math
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import wave

FULL_SCALE = 32767
PEAK_MAX = 31000  # half a decibel is left
PEAK_MIN = 9000
LUFS_OFF_MAX = 1.0  # texts differ by 0.3
SEMITONES_MIN = 2.0
DECIBELS_MIN = 3.0
OWN_FACTOR = 2.0  # the voices' difference over that of one voice's halves
FRAMES = 360
FRAME = 1024
BANDS = [100 * 2 ** (i / 3) for i in range(20)]  # a third of an octave each, 100 Hz to 8 kHz

TEXT = """The harbour opened again on Monday, after three days of storms that had kept every ship at sea. The first
ferry left at dawn with more than two hundred people on board, and most of them had slept on the benches of the
waiting hall. The wind had dropped in the night, and the sea lay flat and grey under a low sky.

Nobody in the town could remember a storm like it. It took the roofs of forty houses, broke the windows of the school
and threw two fishing boats over the wall. The old lighthouse stood, as it always had, and its keeper made tea for
those who came to see. She had counted the waves for an hour, she said, and then she had stopped, for there were too
many of them.

The council met in the evening to talk about money. The wall must be built again before winter, higher than it was,
and the work would cost four times as much as the town had saved. Some wanted to borrow it, others to ask the
government, and one man thought that the sea should be left to do as it liked. They argued until ten and went home
without a vote.

In the morning the shops put out their goods, the buses ran, and children walked along the beach to look for
treasure. They found a wooden chair, a red boot, eleven bottles and a very large fish that nobody could name. A
teacher took its picture and sent it to the museum in the city. The answer came the same day: it was a sunfish, far
from home, and it should be put back into the water at once. Twelve people carried it, the tide was kind, and the
whole beach cheered when it swam away."""


def transform(samples):
    """The discrete Fourier transform of a power of two of samples."""
    count = len(samples)
    if count == 1:
        return samples
    even, odd = transform(samples[::2]), transform(samples[1::2])
    turned = [cmath.exp(-2j * cmath.pi * i / count) * odd[i] for i in range(count // 2)]
    return [a + b for a, b in zip(even, turned)] + [a - b for a, b in zip(even, turned)]


def read(path):
    with wave.open(str(path)) as file:
        samples = array.array("h", file.readframes(file.getnframes()))
        return samples, file.getframerate()


def speech_frames(samples):
    """Frames spread over the sound that are no pause."""
    starts = range(0, len(samples) - FRAME, max(1, (len(samples) - FRAME) // (FRAMES * 2)))
    loud = sorted(starts, key=lambda at: -sum(map(abs, samples[at:at + FRAME:4])))[:FRAMES]
    return [samples[at:at + FRAME] for at in sorted(loud)]


def spectrum(frames, rate):
    """The level of each band in decibels; the mean is 0, so that loudness does not count."""
    window = [0.5 - 0.5 * math.cos(2 * math.pi * i / FRAME) for i in range(FRAME)]
    power = [1e-9] * len(BANDS)
    for frame in frames:
        bins = transform([a * b for a, b in zip(frame, window)])
        for i in range(1, FRAME // 2):
            band = round(3 * math.log2(i * rate / FRAME / BANDS[0]))
            if 0 <= band < len(BANDS):
                power[band] += abs(bins[i]) ** 2
    levels = [10 * math.log10(p) for p in power]
    return [level - statistics.fmean(levels) for level in levels]


def pitch(frame, rate):
    """The frame's fundamental in hertz by autocorrelation, None where there is no clear one."""
    thin = [sum(frame[i:i + 4]) / 4 for i in range(0, len(frame) - 3, 4)]
    rate, half = rate / 4, len(thin) // 2
    energy = sum(x * x for x in thin[:half]) + 1
    lags = range(int(rate / 350), min(half, int(rate / 50)))
    found = {lag: sum(a * b for a, b in zip(thin[:half], thin[lag:lag + half])) for lag in lags}
    best = max(found.values())
    if best < 0.6 * energy:
        return None
    lag = next(lag for lag in lags if found[lag] > best * 0.93)  # not an octave below
    while found.get(lag + 1, 0) > found[lag]:
        lag += 1
    if lag - 1 not in found or lag + 1 not in found:
        return None
    left, top, right = found[lag - 1], found[lag], found[lag + 1]
    bend = left - 2 * top + right
    return rate / (lag + (0.5 * (left - right) / bend if bend else 0))


def listen(path):
    samples, rate = read(path)
    frames = speech_frames(samples)
    found = [p for p in (pitch(frame, rate) for frame in frames) if p]
    halves = [spectrum(frames[:len(frames) // 2], rate), spectrum(frames[len(frames) // 2:], rate)]
    return {"peak": max(map(abs, samples)), "lufs": loudness(path), "pitch": statistics.median(found),
            "loud": 20 * math.log10(math.sqrt(statistics.fmean(x * x for f in frames for x in f)) / FULL_SCALE),
            "clipped": sum(abs(x) >= FULL_SCALE for x in samples), "seconds": len(samples) / rate,
            "spectrum": [statistics.fmean(pair) for pair in zip(*halves)], "own": distance(*halves)}


def loudness(path):
    said = subprocess.run(["ffmpeg", "-nostats", "-i", path, "-af", "ebur128", "-f", "null", "-"], check=True,
                          capture_output=True, text=True).stderr
    return float(re.findall(r"I: +(-[\d.]+) LUFS", said)[-1])


def promised(name):
    text = (pathlib.Path(os.environ["SOURCE_DIR"]) / "voices" / f"{name}.voice").read_text(encoding="utf-8")
    return float(re.search(r"^loudness = (-[\d.]+)$", text, re.MULTILINE)[1])


def distance(a, b):
    return math.sqrt(statistics.fmean((x - y) ** 2 for x, y in zip(a, b)))


def narrate_all(narrate, folder):
    text = folder / "text.txt"
    text.write_text(TEXT, encoding="utf-8")
    names = [line.split("\t")[0] for line in
             subprocess.run([narrate, "voices"], check=True, capture_output=True, text=True).stdout.splitlines()]
    for name in names:
        subprocess.run([narrate, "-q", "--loudness", "none", "--from", "prose", "-v", name, "-o", folder / f"{name}.wav", text],
                       check=True, stdout=subprocess.DEVNULL)
    return {name: listen(folder / f"{name}.wav") for name in names}


def check(voices):
    for name, v in voices.items():
        print(f"{name:12} {v['seconds']:6.1f} s  peak {v['peak']:5}  speech {v['loud']:.1f} dB  {v['lufs']} LUFS  "
              f"pitch {v['pitch']:5.1f} Hz  own difference {v['own']:.2f} dB")
        if v["clipped"] or not PEAK_MIN <= v["peak"] <= PEAK_MAX:
            yield f"{name}: its peak is {v['peak']}, not from {PEAK_MIN} to {PEAK_MAX}"
        if abs(v["lufs"] - promised(name)) > LUFS_OFF_MAX:
            yield f"{name}: its loudness is {v['lufs']} LUFS, and its profile says {promised(name)}"
    for (a, one), (b, other) in itertools.combinations(voices.items(), 2):
        semitones = abs(12 * math.log2(one["pitch"] / other["pitch"]))
        decibels = distance(one["spectrum"], other["spectrum"])
        print(f"{a} - {b}: {semitones:.1f} semitones, {decibels:.1f} dB")
        if semitones < SEMITONES_MIN and decibels < max(DECIBELS_MIN, OWN_FACTOR * max(one["own"], other["own"])):
            yield f"{a} and {b} sound alike"


if __name__ == "__main__":
    if len(TEXT.split()) < 300:
        sys.exit(f"the text has {len(TEXT.split())} words only")
    with tempfile.TemporaryDirectory() as made:
        heard = narrate_all(sys.argv[1], pathlib.Path(made))
    wrong = list(check(heard))
    if len(heard) < 4:
        wrong.append(f"{len(heard)} voices only")
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)
