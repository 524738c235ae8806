#!/usr/bin/env python3
"""How long a listener waits.  Usage: latency.py NARRATE [KEYS]

Plays to a PulseAudio of its own, presses keys on a terminal, and takes the times at which the sink's monitor gives the
sound: p50, p95 and the most.  Beside it the same for the start of `espeak-ng` and `spd-say`, where they are installed.
The monitor tells what the server plays; a real device adds its own buffer."""
import array
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tests/play"))
from stage import RATE, SINK, Stage, Terminal, wait_for  # noqa: E402

LOUD = 200
QUIET_S = 0.012  # so long a silence is no gap between two waves
WORDS = "harbour river council school morning engine letter garden market window winter summer painter doctor".split()


class Monitor:
    """Reads the monitor as it comes, and notes when sound starts and ends."""

    def __init__(self, stage):
        self.process = stage.start("parec", f"--device={SINK}.monitor", "--latency-msec=5", "--format=s16le",
                                   f"--rate={RATE}", "--channels=1", "--raw", stdout=subprocess.PIPE)
        self.loud_since = self.quiet_since = None  # times; None: it is not so
        self.last_loud = 0.0
        self.read = 0
        self.kept = []  # times and frames, since keep()
        threading.Thread(target=self.listen, daemon=True).start()
        wait_for(lambda: self.read > 0, "the monitor")

    def listen(self):
        while data := os.read(self.process.stdout.fileno(), 4096):
            now = time.monotonic()
            self.read += len(data)
            frames = array.array("h", data[:len(data) // 2 * 2])
            self.kept.append((now, frames))
            if any(abs(frame) > LOUD for frame in frames):
                self.last_loud = now
                self.quiet_since = None
                self.loud_since = self.loud_since or now
            elif now - self.last_loud > QUIET_S:
                self.quiet_since = self.quiet_since or self.last_loud
                self.loud_since = None

    def keep(self):
        self.kept = []

    def first_other(self, known):
        """When the first frame came that is not the one that `known` has there."""
        kept = list(self.kept)
        heard = array.array("h", b"".join(frames.tobytes() for _, frames in kept))
        start = known[2000:2400].tobytes()
        at = heard.tobytes().find(start) // 2 - 2000
        same = 2000
        while same < len(known) and at + same < len(heard) and heard[at + same] == known[same]:
            same += 1
        for now, frames in kept:
            if at + same < len(frames):
                return now
            at -= len(frames)
        raise AssertionError("the rate did not change")

    def wait_loud(self, seconds=5):
        wait_for(lambda: self.loud_since, "sound", seconds)
        return self.loud_since

    def wait_quiet(self, seconds=5):
        end = time.monotonic() + seconds
        while not self.quiet_since and time.monotonic() < end:
            time.sleep(0.002)
        return self.quiet_since


def article(words, seed=1):
    chosen = random.Random(seed)
    text = ["The long story", ""]
    while words > 0:
        sentences = [" ".join(chosen.choices(WORDS, k=12)).capitalize() + "." for _ in range(4)]
        text += [" ".join(sentences), ""]
        words -= 48
    return "\n".join(text)


def show(what, times):
    ms = sorted(1000 * t for t in times)
    print(f"{what:44} n {len(ms):4}  p50 {statistics.median(ms):6.1f}  p95 {ms[int(0.95 * (len(ms) - 1))]:6.1f}  "
          f"most {ms[-1]:6.1f} ms", flush=True)


def time_start(monitor, start, rounds):
    times = []
    for _ in range(rounds):
        monitor.wait_quiet()
        time.sleep(0.3)
        monitor.loud_since = None
        before = time.monotonic()
        end = start()
        times.append(monitor.wait_loud() - before)
        end()
    return times


def starts(stage, monitor, path, rounds):
    def play(*command, quit=None):
        def start():
            process = stage.start(*map(str, command), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
            return lambda: (process.kill(), process.wait(), quit and subprocess.run(quit, env=stage.env))
        return start

    show("start to sound, narrate play, 10,000 words", time_start(monitor, play(stage.narrate, "play", path), rounds))
    show("start to sound, narrate say, one sentence",
         time_start(monitor, play(stage.narrate, "say", "The harbour opened again."), rounds))
    if shutil.which("espeak-ng"):
        show("start to sound, espeak-ng, one sentence",
             time_start(monitor, play("espeak-ng", "The harbour opened again."), rounds))
    if shutil.which("spd-say") and stage.env.get("SPEECHD_ADDRESS"):
        show("start to sound, spd-say, one sentence",
             time_start(monitor, play("spd-say", "-w", "The harbour opened again.", quit=["spd-say", "-C"]), rounds))


def keys(stage, monitor, path, presses):
    """A key makes silence, and another one, out of the silence, speech: a move, or the same key again."""
    terminal = Terminal(stage, "play", path)
    chosen = random.Random(2)
    silence, speech, resumed = [], [], []
    for _ in range(presses):
        monitor.wait_loud()
        time.sleep(0.3 + chosen.random() * 0.4)
        while not monitor.loud_since or time.monotonic() - monitor.loud_since < 0.05:
            time.sleep(0.01)  # not in a pause of its own
        monitor.quiet_since = None
        before = time.monotonic()
        terminal.press(" ")
        silent = monitor.wait_quiet()
        silence.append(max(0.0, silent - before))
        time.sleep(0.15)
        monitor.loud_since = None
        before = time.monotonic()
        key = chosen.choice(["\x1b[C", "\x1b[D", "\x1b[B", "\x1b[A", "r", " "])
        terminal.press(key)
        (resumed if key == " " else speech).append(monitor.wait_loud() - before)
        terminal.read()
    show("key to silence", silence)
    show("key to new speech (move, from silence)", speech)
    show("key to speech (go on)", resumed)
    terminal.press("q")
    terminal.wait()


def rates(stage, monitor, presses):
    """The old sound is known, sample for sample; the new one is heard where what is heard is no longer it."""
    path = stage.folder / "sentence.txt"
    path.write_text(", ".join(" ".join(WORDS[i % 13] for i in range(n, n + 7)) for n in range(4)) + ".")
    old = stage.wav(path, "--loudness", "none", "--from", "prose")
    chosen, times = random.Random(3), []
    for _ in range(presses):
        monitor.wait_quiet()
        shutil.rmtree(stage.folder / "state", ignore_errors=True)
        monitor.keep()
        terminal = Terminal(stage, "play", "--loudness", "none", "--from", "prose", path)
        monitor.wait_loud()
        time.sleep(0.3 + chosen.random() * 3)
        before = time.monotonic()
        terminal.press(chosen.choice("+-"))
        time.sleep(0.4)
        times.append(monitor.first_other(old) - before)
        terminal.press("q")
        terminal.wait()
    show("key to another rate", times)


def load(stage, path):
    """CPU and memory while it plays for some seconds, the helper with it."""
    terminal = Terminal(stage, "play", path)
    pid = terminal.process.pid
    time.sleep(2)
    before, started = cpu(pid), time.monotonic()
    time.sleep(20)
    share = (cpu(pid) - before) / (time.monotonic() - started)
    memory = sum(rss(each) for each in family(pid))
    print(f"{'while playing, with the helper':44} {100 * share:.2f} % of a core, {memory / 1024:.1f} MiB")
    terminal.press("q")
    terminal.wait()


def family(pid):
    children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid] + [each for child in children for each in family(int(child))]


def cpu(pid):
    total = 0
    for each in family(pid):
        fields = pathlib.Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        total += sum(map(int, fields[11:15]))  # its own, and that of children that have ended
    return total / os.sysconf("SC_CLK_TCK")


def rss(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1])
    return 0


def main():
    presses = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    with Stage(sys.argv[1]) as stage:
        path = stage.folder / "story.txt"
        path.write_text(article(10000))
        stage.start_server()
        monitor = Monitor(stage)
        if shutil.which("speech-dispatcher"):
            stage.start_speechd()
        print(f"load average {os.getloadavg()[0]:.1f}")
        starts(stage, monitor, path, max(5, presses // 10))
        keys(stage, monitor, path, presses)
        rates(stage, monitor, max(5, presses // 5))
        load(stage, path)
        print(f"load average {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
