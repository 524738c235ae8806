"""What the tests of playback share: a sound server of their own, what is heard of it, a terminal to press keys on."""
import array
import contextlib
import fcntl
import json
import os
import pathlib
import pty
import select
import shutil
import signal
import subprocess
import tempfile
import termios
import time

RATE = 22050
SINK = "exact"


class Stage:
    """A folder, an environment, and programs that end with it."""

    def __init__(self, narrate):
        self.narrate = narrate
        self.exit = contextlib.ExitStack()

    def __enter__(self):
        self.folder = pathlib.Path(self.exit.enter_context(tempfile.TemporaryDirectory(prefix="narrate-play-")))
        runtime = self.folder / "run"
        runtime.mkdir(mode=0o700)
        self.env = {key: value for key, value in os.environ.items() if not key.startswith(("NARRATE_", "PULSE_"))}
        self.env |= {"HOME": str(self.folder), "XDG_RUNTIME_DIR": str(runtime), "TERM": "dumb",
                     "XDG_CONFIG_HOME": str(self.folder / "config"), "XDG_STATE_HOME": str(self.folder / "state"),
                     "PULSE_SERVER": f"unix:{runtime}/native"}
        self.server = None
        return self

    def __exit__(self, *error):
        self.exit.close()

    def end(self, process):
        if process.poll() is None:
            process.kill()
        process.wait()

    def start(self, *command, **options):
        process = subprocess.Popen(command, env=self.env, **options)
        self.exit.callback(self.end, process)
        return process

    def start_server(self):
        """PulseAudio with one sink of the engine's own rate, whose monitor gives back what it gets, bit by bit."""
        socket = self.folder / "run/native"
        script = self.folder / "server.pa"
        script.write_text(f"load-module module-native-protocol-unix socket={socket} auth-anonymous=1\n"
                          f"load-module module-null-sink sink_name={SINK} rate={RATE} channels=1 format=s16le\n"
                          f"set-default-sink {SINK}\n")
        self.server = self.start("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit",
                                 "--use-pid-file=no", "--no-cpu-limit=yes", "-F", str(script), stderr=subprocess.DEVNULL)
        wait_for(lambda: subprocess.run(["pactl", "info"], env=self.env, capture_output=True).returncode == 0,
                 "the sound server")

    def stop_server(self):
        self.end(self.server)

    def start_speechd(self):
        """speech-dispatcher on the same server."""
        shutil.copytree("/etc/speech-dispatcher", self.folder / "speechd")
        socket = self.folder / "speechd.sock"
        self.start("speech-dispatcher", "-s", "-C", str(self.folder / "speechd"), "-L", str(self.folder), "-S",
                   str(socket), "-c", "unix_socket", "-P", str(self.folder / "speechd.pid"), "-t", "0",
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(socket.exists, "speech-dispatcher")
        self.env["SPEECHD_ADDRESS"] = f"unix_socket:{socket}"
        # It starts its modules late.
        subprocess.run(["spd-say", "-w", "Ready."], env=self.env, timeout=60, check=True)

    def control_server(self, *command):
        subprocess.run(["pactl", *command], env=self.env, check=True, capture_output=True)

    def listen(self):
        return Ear(self)

    def run(self, *arguments, status=0, **options):
        done = subprocess.run([self.narrate, *map(str, arguments)], env=self.env, capture_output=True, text=True,
                              timeout=120, **options)
        assert done.returncode == status, (arguments, done.returncode, done.stdout, done.stderr)
        return done

    def wav(self, *arguments):
        """The frames that narrate writes to a file."""
        path = self.folder / "reference.wav"
        self.run(*arguments, "-q", "--force", "-o", path)
        raw = subprocess.run(["ffmpeg", "-v", "error", "-i", path, "-f", "s16le", "-"], check=True,
                             capture_output=True).stdout
        return array.array("h", raw)


class Ear:
    """Records what the sink plays.  A monitor without a low-latency reader wakes late."""

    def __init__(self, stage):
        self.path = stage.folder / "heard.raw"
        self.process = stage.start("parec", f"--device={SINK}.monitor", "--latency-msec=5", "--format=s16le",
                                   f"--rate={RATE}", "--channels=1", "--raw", stdout=open(self.path, "wb"))
        wait_for(lambda: self.path.stat().st_size > 0, "the monitor")

    def frames(self):
        raw = self.path.read_bytes()
        return array.array("h", raw[:len(raw) // 2 * 2])

    def stop(self):
        time.sleep(0.3)
        self.process.send_signal(signal.SIGINT)
        self.process.wait()
        return self.frames()


class Terminal:
    """narrate on a terminal of its own."""

    def __init__(self, stage, *arguments):
        self.master, slave = pty.openpty()
        stage.exit.callback(os.close, self.master)
        self.before = subprocess.run(["stty", "-g"], stdin=slave, capture_output=True, check=True).stdout
        self.slave = slave
        self.process = stage.start(stage.narrate, *map(str, arguments), stdin=slave, stdout=slave, stderr=slave,
                                   start_new_session=True, preexec_fn=lambda: take_terminal(slave))
        self.output = b""

    def press(self, keys):
        os.write(self.master, keys.encode() if isinstance(keys, str) else keys)

    def read(self, seconds=0.0):
        end = time.monotonic() + seconds
        while select.select([self.master], [], [], max(0.0, end - time.monotonic()))[0]:
            self.output += os.read(self.master, 65536)
        return self.output.decode(errors="replace")

    def wait_for(self, text, seconds=20):
        wait_for(lambda: text in self.read(0.02), f"{text!r} in {self.output!r}", seconds)

    def wait(self, seconds=30):
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.05)
        assert self.process.poll() is not None, f"still running; it printed {self.output!r}"
        self.read()
        return self.process.returncode

    def is_restored(self):
        return subprocess.run(["stty", "-g"], stdin=self.slave, capture_output=True, check=True).stdout == self.before


def take_terminal(slave):
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)


def wait_for(is_there, what, seconds=20):
    end = time.monotonic() + seconds
    while not is_there():
        assert time.monotonic() < end, f"no {what}"
        time.sleep(0.02)


def first_sound(frames, start=0, level=64):
    return next((i for i in range(start, len(frames)) if abs(frames[i]) >= level), len(frames))


def strip(frames):
    """Without the silence around the sound."""
    raw = frames.tobytes()
    head = (len(raw) - len(raw.lstrip(b"\0"))) // 2
    tail = (len(raw.rstrip(b"\0")) + 1) // 2
    return frames[head:tail]


MONITOR_S = 0.005


def gaps(heard, wanted):
    """How many frames of silence a late machine put between the frames of `wanted` in `heard`; None if any frame is
    another, or missing.  Where sound starts again the server rewinds its sink, and the monitor's reader, which was ahead
    by its own latency, does not get these frames: behind a gap, and there alone, so many may be missing."""
    heard, wanted = strip(heard), strip(wanted)
    at = added = 0
    behind_gap = False
    while at < len(wanted):
        here = at + added
        if heard[here:here + 1024] == wanted[at:at + 1024]:
            at += 1024
            behind_gap = False
        elif here < len(heard) and heard[here] == wanted[at]:
            at += 1
        elif here < len(heard) and heard[here] == 0:
            added += 1
            behind_gap = True
        else:
            missing = behind_gap and skip(heard, here, wanted, at)
            if not missing:
                return None
            at += missing
            added -= missing
            behind_gap = False
    return added


def skip(heard, here, wanted, at):
    """The fewest frames after which `wanted` goes on as `heard` does; 0 if it does not soon."""
    part = heard[here:here + 400]
    most = int(RATE * MONITOR_S) + 1
    return next((count for count in range(1, most) if wanted[at + count:at + count + 400] == part), 0)


class Remote:
    """narrate commanded by lines, answering in JSON."""

    def __init__(self, stage, *arguments):
        self.process = stage.start(stage.narrate, "play", "--control", "-", *map(str, arguments),
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        os.set_blocking(self.process.stdout.fileno(), False)
        self.text = b""
        self.seen = []

    def poll(self, seconds):
        """Reads what is told within the time."""
        if select.select([self.process.stdout], [], [], seconds)[0]:
            self.text += self.process.stdout.read() or b""
        *lines, self.text = self.text.split(b"\n")
        self.seen += [json.loads(line) for line in lines]

    def ask(self, command, seconds=20):
        """Gives a command and returns the answer."""
        had = len(self.seen)
        self.process.stdin.write(f"{command}\n".encode())
        self.process.stdin.flush()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.poll(0.05)
            for told in self.seen[had:]:
                if told.get("command") == command:
                    return told
        raise AssertionError(f"no answer to {command!r}: {self.seen[had:]}")

    def wait_event(self, event, check=lambda told: True, seconds=30):
        end = time.monotonic() + seconds
        had = 0
        while time.monotonic() < end:
            for told in self.seen[had:]:
                if told.get("event") == event and check(told):
                    return told
            had = len(self.seen)
            self.poll(0.05)
        raise AssertionError(f"no event {event!r}: {self.seen}")

    def quit(self):
        self.ask("quit")
        return self.process.wait(timeout=20)
