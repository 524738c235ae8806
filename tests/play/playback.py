#!/usr/bin/env python3
"""Plays to real sound outputs and listens.  Usage: playback.py NARRATE [TEST...]"""
import array
import json
import os
import random
import re
import signal
import subprocess
import sys
import time

from stage import RATE, Remote, Stage, Terminal, gaps, strip, take_terminal, wait_for

PHRASE = "It rose 5% in 3 days, the council said. Work goes on."

ARTICLE = """# Harbour opens again

The harbour opened on Monday. Two ferries left before noon. Nobody was left on the quay.

The wall held through the night. Divers looked at it twice. They found a single crack.

## Work begins

Masons came from the next valley. Their stone is grey and hard. Each block weighs a ton.

- Lime for the joints
- Timber for the frames
- Rope for the crane

A crane stands where the market was. Children watch it all day.

## What comes next

The mayor wants a second wall. The money is not there yet. A vote will be held in June.
"""

# The sentences, in the order of speech.
SENTENCES = [line.strip() for line in ARTICLE.replace("# ", "").replace("#", "").replace("- ", "").replace(". ", ".\n")
             .splitlines() if line.strip()]


def write_article(stage, text=ARTICLE, name="harbour.md"):
    path = stage.folder / name
    path.write_text(text, encoding="utf-8")
    return path


def raw(path):
    return array.array("h", path.read_bytes())


def same(heard, wanted):
    added = gaps(heard, wanted)
    assert added is not None, f"{len(strip(heard))} frames were heard, not the {len(strip(wanted))} wanted"
    print(f"  {len(strip(wanted))} frames, each as in the file; {added} of silence between, where the machine was late")


def kept(stage):
    """What is kept of the only article."""
    files = list((stage.folder / "state/narrate/places").glob("*.json"))
    assert len(files) == 1, files
    return json.loads(files[0].read_text())


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


def test_article_is_its_file(stage):
    """Nobody touches a key: what is heard is what the file holds, at the voice's own rate and at another."""
    path = write_article(stage)
    for rate in ([], ["-r", "300"]):
        wanted = stage.wav(path, "--loudness", "none", *rate)
        done = stage.run("play", path, "--loudness", "none", "--output", f"file:{stage.folder}/a.raw", *rate)
        assert raw(stage.folder / "a.raw") == wanted, rate
        assert done.stdout == "" and done.stderr == "", done
    stage.start_server()
    ear = stage.listen()
    stage.run("play", path, "--loudness", "none", "-r", "300")
    same(ear.stop(), wanted)


def test_loudness(stage):
    """An article is not measured before it is heard; its voice was, and that comes near."""
    path = write_article(stage)
    for voice in "newsreader", "american", "calm", "brisk":
        stage.run("play", path, "-v", voice, "--output", f"file:{stage.folder}/a.raw")
        report = subprocess.run(["ffmpeg", "-hide_banner", "-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i",
                                 stage.folder / "a.raw", "-af", "ebur128", "-f", "null", "-"],
                                capture_output=True, text=True, check=True).stderr
        lufs = float(re.findall(r"I: +(-?[\d.]+) LUFS", report)[-1])
        print(f"  {voice}: {lufs} LUFS")
        assert abs(lufs + 19) <= 1.5, (voice, lufs)


class Listening:
    """The article on a terminal, with each sentence shown as it starts, and what is heard of it."""

    def __init__(self, stage, *arguments):
        self.stage = stage
        path = write_article(stage)
        self.references = [strip(stage.wav("say", "--loudness", "none", text)) for text in SENTENCES]
        stage.start_server()
        self.ear = stage.listen()
        self.terminal = Terminal(stage, "play", "--show-text", "--loudness", "none", path, *arguments)
        self.terminal.wait_for(SENTENCES[0])

    def press(self, keys, shown=None, heard=None, after=0.0):
        """Presses a key, waits for the sentence `shown` to be printed anew, and for `heard` to sound anew."""
        time.sleep(after)
        printed, frames = len(self.terminal.read()), len(self.ear.frames())
        self.terminal.press(keys)
        if shown is not None:
            wait_for(lambda: SENTENCES[shown] in self.terminal.read(0.02)[printed:], f"{SENTENCES[shown]!r} after "
                     f"{keys!r}: {self.terminal.read()[printed:]!r}")
        if heard is not None:
            self.hears(heard, frames, keys)

    def hears(self, index, since, why):
        """A part of the sentence sounds, one of several, since a late machine may break some.  Headings have a style of
        their own and are not compared."""
        known = self.references[index]
        parts = [known[start:start + 800].tobytes() for start in range(200, min(len(known) - 800, 20000), 1500)]
        parts = [part for part in parts if any(part)]

        def is_heard():
            heard = self.ear.frames()[since:].tobytes()
            return any(part in heard for part in parts)

        wait_for(is_heard, f"sound of {SENTENCES[index]!r} after {why!r}")

    def level(self, seconds):
        frames = self.ear.frames()[-int(seconds * RATE):]
        return max(map(abs, frames))


KEYS = {"right": "\x1b[C", "left": "\x1b[D", "down": "\x1b[B", "up": "\x1b[A", "pagedown": "\x1b[6~", "pageup": "\x1b[5~",
        "home": "\x1b[H", "end": "\x1b[F", "f1": "\x1bOP", "backspace": "\x7f"}


def test_keys(stage):
    """Each key of the table, pressed on a terminal; the sentence that must sound is looked for in what was heard."""
    listening = Listening(stage)
    press = listening.press
    press(KEYS["right"], 1, 1)
    press("l", 2)
    press(KEYS["left"], 1, 1)
    press("h", 0)
    press(KEYS["down"], 1, 1)
    press(KEYS["right"], 2, 2, after=0.3)
    press(KEYS["up"], 1, 1)                          # back to the paragraph's start
    press(KEYS["down"], 4)
    press(KEYS["up"], 1, 1)                          # it has hardly begun: the one before
    press(KEYS["pagedown"], 7)
    press("}", 16)
    press("{", 7)
    press(KEYS["pageup"], 1, 1)
    press(KEYS["end"], 19, 19)
    press(KEYS["home"], 0)
    press("/crane\r", 13)
    press("/CHILDREN\r", 15, 15)
    press("g50\r", 9)
    press(KEYS["right"], 10, 10)
    press("r", None, 10, after=0.3)
    press("R", 8, 8, after=0.3)
    press("/lime\r", 11)
    press("x", 14, 14)                               # past the list
    press("b", after=0.2)
    press(KEYS["home"], 0)
    press("'", 14, 14)
    press(" ", after=0.3)
    wait_for(lambda: listening.level(0.2) == 0, "silence while it is paused")
    printed = len(listening.terminal.read())
    press("p")
    wait_for(lambda: listening.level(0.1) > 500, "sound after the pause")
    assert SENTENCES[14] not in listening.terminal.read()[printed:], "the sentence began anew after a short pause"
    press("m")
    wait_for(lambda: listening.level(1.0) == 0, "silence while it is muted")
    press("m")
    press(KEYS["home"], 0)
    press(KEYS["right"], 1, 1)
    wait_for(lambda: listening.level(0.3) > 5000, "loud sound")
    press("999999999")
    wait_for(lambda: 0 < listening.level(0.5) < 2500, "soft sound")
    press("0" * 9)
    printed = len(listening.terminal.read())
    press("?")
    wait_for(lambda: "next sentence" in listening.terminal.read(0.02)[printed:], "the keys on screen")
    assert "q, ctrl-c, ctrl-d: stop and keep the place" in listening.terminal.read()
    press(KEYS["right"], 2, 2)
    for key in "w", "s", "S", "B", "e", "c", "L", "o", ">", "<", "v", ".", "C", KEYS["f1"] + "r":
        press(" ", after=0.2)
        wait_for(lambda: listening.level(0.3) == 0, "silence")
        press(key)
        wait_for(lambda: listening.level(0.3) > 500, f"what {key!r} says")
        press(KEYS["home"], 0)
    assert (stage.folder / "state/narrate/corrections.lexicon").read_text().count("\t") == 1
    press(KEYS["right"], 1, 1)
    press("\x1b")
    wait_for(lambda: listening.level(1.0) == 0, "silence after Escape")
    press("q")
    assert listening.terminal.wait() == 0
    assert listening.terminal.is_restored()
    assert kept(stage)["sentence"] == 2, kept(stage)


def test_modes(stage):
    """Verbosity, punctuation and capitals: as the file has them, by key and by command, on from the same word."""
    path = write_article(stage)
    for options in ["--punctuation", "all"], ["--verbosity", "all", "--capitals", "say"]:
        wanted = stage.wav(path, "--loudness", "none", *options)
        stage.run("play", path, "--loudness", "none", "--output", f"file:{stage.folder}/a.raw", *options)
        assert raw(stage.folder / "a.raw") == wanted, options
    remote = Remote(stage, "--output", "null", path)
    remote.ask("find valley")
    remote.ask("bookmark")
    remote.ask("find timber")
    remote.wait_event("sentence", lambda told: told["sentence"] == 13)
    time.sleep(0.6)
    before = remote.ask("pause")
    assert before["word_index"] > 0, before
    for command, name, level in [("next verbosity", "verbosity", "all"), ("next verbosity", "verbosity", "some"),
                                 ("next verbosity", "verbosity", "most"), ("punctuation all", "punctuation", "all"),
                                 ("next punctuation", "punctuation", "none"), ("next capitals", "capitals", "say"),
                                 ("capitals none", "capitals", "none")]:
        answer = remote.ask(command)
        assert answer["ok"] and answer[name] == level and answer["word"] == before["word"], (command, answer)
        assert answer["say"] == f"{name.capitalize()} {level}.", answer
    assert answer["sentence"] == before["sentence"] and answer["word_index"] == before["word_index"], (before, answer)
    assert not remote.ask("verbosity loud")["ok"]
    remote.ask("start")
    remote.ask("find timber")
    remote.ask("pause")
    for command in "verbosity all", "punctuation all", "capitals say":
        remote.ask(command)
    assert remote.ask("spell word")["say"].startswith("capital tea, eye, em"), remote.seen[-1]
    remote.ask("note word")
    noted = (stage.folder / "state/narrate/corrections.lexicon").read_text().splitlines()
    assert noted[-1] == "Timber\tTimber", noted
    assert remote.ask("next bookmark")["word"] == "Masons"
    remote.ask("abandon")
    assert remote.process.wait(timeout=20) == 0
    listening = Listening(stage)
    for index in 1, 4:
        listening.references[index] = strip(stage.wav("say", "--loudness", "none", "--punctuation", "all", SENTENCES[index]))
    listening.press(KEYS["home"], 0)
    listening.press("..")
    listening.press(KEYS["down"], 1, 1)
    listening.press("v")
    listening.press("C")
    listening.press("C")
    listening.press(KEYS["down"], 4, 4)
    listening.terminal.press("q")
    assert listening.terminal.wait() == 0
    only_code = write_article(stage, "```\nint x;\n```\n", "code.md")
    remote = Remote(stage, "--output", "null", only_code)
    answer = remote.ask("verbosity some")
    assert not answer["ok"] and answer["verbosity"] == "most" and "nothing" in answer["say"], answer
    assert remote.quit() == 0


def test_links(stage):
    """A sentence's links are told shortly, given whole to programs, and printed for who wants to follow them."""
    text = ("# Harbour opens again\n\nThe harbour opened. See [the report](https://www.example.org/r.pdf?a=1&amp;b=2) and "
            "[the plan](../plan.html).\n")
    path = write_article(stage, text, "links.md")
    remote = Remote(stage, "--output", "null", path)
    remote.ask("find report")
    answer = remote.ask("links")
    assert answer["say"] == "2 links: the report, example.org; the plan, on this site.", answer
    assert answer["links"] == [{"text": "the report", "url": "https://www.example.org/r.pdf?a=1&b=2"},
                               {"text": "the plan", "url": "../plan.html"}], answer
    remote.ask("start")
    answer = remote.ask("links")
    assert answer["say"] == "No links in this sentence." and answer["links"] == [], answer
    remote.ask("abandon")
    assert remote.process.wait(timeout=20) == 0
    terminal = Terminal(stage, "play", "--show-text", "--output", "null", path)
    terminal.wait_for("Harbour opens")
    terminal.press("/report\r")
    terminal.wait_for("See the report")
    terminal.press("Lo")
    terminal.wait_for("https://www.example.org/r.pdf?a=1&b=2\r\n../plan.html\r\n")
    terminal.press("q")
    assert terminal.wait() == 0 and terminal.is_restored()


def test_rate(stage):
    """The rate changes within the sentence; beyond the engine's it is squeezed; both last."""
    path = write_article(stage)
    remote = Remote(stage, "--output", "null", path)
    remote.ask("next section")
    answer = remote.ask("next section")
    assert answer["sentence"] == 8, answer
    remote.wait_event("sentence", lambda told: told["sentence"] == 9)
    time.sleep(0.6)
    before = remote.ask("where")
    remote.wait_event("sentence", lambda told: told["sentence"] == 9)
    assert before["word_index"] > 0, before
    assert remote.ask("rate 600")["rate"] == 600
    for _ in range(40):
        remote.ask("faster")
    assert remote.ask("faster")["rate"] == 900
    started = time.monotonic()
    remote.wait_event("finished")
    assert time.monotonic() - started < 15
    assert remote.process.wait(timeout=20) == 0
    stage.run("play", path, "--output", f"file:{stage.folder}/fast.raw")
    fast = len(raw(stage.folder / "fast.raw"))
    stage.run("play", path, "--output", f"file:{stage.folder}/usual.raw", "-r", "175")
    usual = len(raw(stage.folder / "usual.raw"))
    assert 3 < usual / fast < 7, usual / fast


def test_control(stage):
    """Commands by lines, answers by JSON."""
    remote = Remote(stage, "--output", "null", write_article(stage))
    where = remote.ask("where")
    assert where["ok"] and "Sentence 1 of 20" in where["say"] and where["sentences"] == 20, where
    for command, sentence in [("next sentence", 2), ("next paragraph", 5), ("previous paragraph", 2),
                              ("next section", 8), ("previous section", 2), ("end", 20), ("next sentence", 20),
                              ("start", 1), ("go 50", 10), ("find valley", 9), ("skip", 12), ("skip", 15),
                              ("repeat sentence", 15), ("repeat paragraph", 15), ("previous sentence", 14)]:
        answer = remote.ask(command)
        assert answer["ok"] and answer["sentence"] == sentence, (command, answer)
    assert not remote.ask("pause")["playing"]
    assert remote.ask("resume")["playing"]
    assert not remote.ask("toggle")["playing"]
    assert not remote.ask("find nothing of the kind")["ok"]
    for wrong in "rate 79", "rate 901", "rate", "go 101", "volume x", "pause now", "", "jump", "\x01":
        if wrong:
            assert not remote.ask(wrong)["ok"], wrong
    assert remote.ask("volume 50")["volume"] == 50
    assert remote.ask("pauses 50")["pauses"] == 50
    assert remote.ask("longer pauses")["pauses"] == 75
    assert remote.ask("spell word")["say"].startswith("capital are, oh"), remote.seen[-1]
    assert remote.quit() == 0
    assert b"crane" not in remote.process.stderr.read()


def test_speechd(stage):
    """The listener's own voice speaks through speech-dispatcher, a message a sentence; keys act as ever."""
    stage.start_server()
    stage.start_speechd()
    ear = stage.listen()
    path = write_article(stage)
    remote = Remote(stage, "--output", "speechd", path)
    for sentence in 1, 2:
        remote.wait_event("sentence", lambda told: told["sentence"] == sentence)
    wait_for(lambda: max(map(abs, ear.frames()[-RATE // 5:])) > 500, "sound")
    remote.ask("find crane stands")
    remote.wait_event("sentence", lambda told: told["sentence"] == 15)
    assert not remote.ask("pause")["playing"]
    wait_for(lambda: max(map(abs, ear.frames()[-RATE:])) == 0, "silence while it is paused")
    assert "Sentence 15 of 20" in remote.ask("where")["say"]
    wait_for(lambda: max(map(abs, ear.frames()[-RATE // 5:])) > 500, "the place being told")
    remote.ask("end")
    remote.ask("rate 500")
    started = time.monotonic()
    remote.wait_event("finished")
    assert time.monotonic() - started < 10
    assert remote.process.wait(timeout=20) == 0
    stage.env["SPEECHD_ADDRESS"] = f"unix_socket:{stage.folder}/nothing"
    stage.env["ASAN_OPTIONS"] = "detect_leaks=0"     # libspeechd's own, when it can't start a server
    done = stage.run("say", "--device", "speechd", "Hello.", status=1)
    assert len(done.stderr.splitlines()) == 1 and "speechd: " in done.stderr, done.stderr


def test_choices(stage):
    """Text, pauses and keys as the listener wants them, from flags and from the config."""
    path = write_article(stage)
    out = f"file:{stage.folder}/a.raw"
    done = stage.run("play", path, "--show-text", "--output", out)
    assert done.stdout.splitlines() == SENTENCES, done.stdout
    usual = (stage.folder / "a.raw").stat().st_size
    stage.run("play", path, "--pauses", "50", "--output", out)
    shorter = (stage.folder / "a.raw").stat().st_size
    silence = 2 * RATE * 0.35 * 9          # at least, behind the sentences
    assert silence / 2 < usual - shorter, (usual, shorter)
    config = stage.folder / "config/narrate/config"
    config.parent.mkdir(parents=True)
    config.write_text(f"play.keys = z=find crane, q=\nplay.output = paced:{stage.folder}/b.raw\nplay.show-text = yes\n")
    terminal = Terminal(stage, "play", path, "-r", "300")
    terminal.wait_for(SENTENCES[0])
    terminal.press("q")
    terminal.press("z")
    terminal.wait_for(SENTENCES[13])
    terminal.press("\x04")
    assert terminal.wait() == 0
    assert (stage.folder / "b.raw").stat().st_size > 0
    for wrong in "q", "q=nothing", "f77=quit":
        done = stage.run("play", path, "--keys", wrong, status=2)
        assert len(done.stderr.splitlines()) == 1 and "keys: " in done.stderr, done.stderr
    done = stage.run("play", path, "--output", "nosuch", status=2)
    assert "there are: pulse, alsa" in done.stderr, done.stderr
    done = stage.run("play", stage.folder / "none.txt", status=1)
    stage.run("play", stage.folder / "empty", status=1)


def test_random_keys(stage):
    """A thousand keys at random: no crash, no stuck sound, the terminal as it was, the place right."""
    listening = Listening(stage)
    chosen = random.Random(9)
    keys = [*KEYS.values(), *"hlpk {}rRx+-[]90mswibB'?eSvv..CCcLo<>", "/the\r", "/a", "\x1b", "g40\r", "\xe9", "\x1b[99~", "\t"]
    for _ in range(1000):
        listening.terminal.press(chosen.choice(keys))
        if chosen.random() < 0.15:
            listening.terminal.read(chosen.random() * 0.2)
    assert listening.terminal.process.poll() is None, listening.terminal.read()
    time.sleep(1)
    listening.terminal.press("\x1b")                 # out of a question that may be open
    listening.terminal.read(0.2)
    listening.terminal.press("\x7f" + KEYS["home"])
    listening.press("/ferries\r", 2)
    listening.terminal.press("q")
    assert listening.terminal.wait() == 0, listening.terminal.read()
    assert listening.terminal.is_restored()
    assert kept(stage)["sentence"] == 3, kept(stage)


def test_kill_and_continue(stage):
    """kill -9 loses at most the sentence; an article edited before the place is still right."""
    path = write_article(stage)
    remote = Remote(stage, "--output", "null", path)
    remote.ask("find second wall")
    remote.ask("rate 250")
    remote.ask("bookmark")
    remote.wait_event("sentence", lambda told: told["sentence"] == 18)
    remote.process.kill()
    remote.process.wait()
    torn = stage.folder / f"state/narrate/places/0123456789abcdef.json.{remote.process.pid}"
    torn.write_text('{"ver')                         # as if it had been killed while it wrote
    remote = Remote(stage, "--output", "null")       # without a name: the last one
    where = remote.ask("where")
    assert where["sentence"] == 18 and where["rate"] == 250, where
    assert not torn.exists()
    assert remote.quit() == 0
    write_article(stage, ARTICLE.replace("The wall held", "A new sentence stands here. So does another. The wall held"))
    remote = Remote(stage, "--output", "null", path)
    assert remote.ask("where")["sentence"] == 20, remote.seen
    remote.ask("start")
    assert remote.ask("next bookmark")["sentence"] == 20, remote.seen
    assert remote.quit() == 0
    write_article(stage, ARTICLE.replace("The mayor wants a second wall. The money is not there yet. ", ""))
    remote = Remote(stage, "--output", "null", path)
    assert remote.ask("toggle")["sentence"] == 18, remote.seen
    assert remote.quit() == 0
    assert kept(stage)["sentence"] == 18
    moved = path.rename(stage.folder / "moved.md")
    remote = Remote(stage, "--output", "null", moved)
    assert remote.ask("toggle")["sentence"] == 18, remote.seen
    assert remote.quit() == 0


def test_folder(stage):
    """A folder is played article by article; those that were heard are left out, and listed."""
    folder = stage.folder / "articles"
    folder.mkdir()
    for name in "a.txt", "b.md", "notes.pdf", "c.txt":
        (folder / name).write_text(f"Short piece {name[0]}\n\nThis is the text of {name[0]}. It is very short.\n")
    sizes = []
    for _ in range(2):
        stage.run("play", folder / "a.txt", "--output", f"file:{stage.folder}/a.raw")
        sizes.append((stage.folder / "a.raw").stat().st_size)
    assert sizes[0] == sizes[1]
    done = stage.run("play", folder, "--output", f"file:{stage.folder}/a.raw")
    listed = stage.run("play", "--list").stdout.splitlines()
    assert len(listed) == 3 and all(line.startswith("finished\t0\t") for line in listed), listed
    done = stage.run("play", folder, "--output", "null")
    assert "all of it was heard" in done.stderr, done
    remote = Remote(stage, "--output", "null", folder / "a.txt", folder / "b.md", folder / "c.txt")
    remote.ask("next article")
    remote.wait_event("sentence", lambda told: "b" in told["text"].split())
    remote.ask("previous article")
    remote.wait_event("left", lambda told: True)
    assert remote.quit() == 0
    assert stage.run("play", "--list").stdout.count("unfinished\t") >= 1


def test_server_dies(stage):
    """One line when the sound is gone; it goes on when it is back."""
    stage.start_server()
    path = write_article(stage)
    remote = Remote(stage, path)
    remote.ask("find second wall")
    remote.wait_event("sentence", lambda told: told["sentence"] == 18)
    stage.stop_server()
    remote.wait_event("trouble", lambda told: "gone" in told["text"])
    assert kept(stage)["sentence"] >= 18
    time.sleep(0.5)
    stage.start_server()
    remote.wait_event("trouble", lambda told: "back" in told["text"])
    remote.wait_event("sentence", lambda told: told["sentence"] == 19)
    assert remote.quit() == 0
    assert len(remote.process.stderr.read().splitlines()) == 2


def test_sink_vanishes(stage):
    """The device goes and the server stays: the same."""
    stage.start_server()
    remote = Remote(stage, "--output", "pulse:exact", write_article(stage))
    remote.ask("find second wall")
    remote.wait_event("sentence", lambda told: told["sentence"] == 18)
    stage.control_server("unload-module", "module-null-sink")
    remote.wait_event("trouble", lambda told: "gone" in told["text"])
    stage.control_server("load-module", "module-null-sink", "sink_name=exact", f"rate={RATE}", "channels=1")
    remote.wait_event("trouble", lambda told: "back" in told["text"])
    remote.wait_event("finished")
    assert remote.process.wait(timeout=20) == 0


def test_helper_dies(stage):
    """The process that speaks is killed: another one goes on, and nothing is missing."""
    path = write_article(stage)
    wanted = stage.wav(path, "--loudness", "none")
    remote = Remote(stage, "--loudness", "none", "--output", f"paced:{stage.folder}/a.raw", path)
    for _ in range(3):
        time.sleep(0.5)
        for child in children(remote.process.pid):
            os.kill(child, signal.SIGKILL)
    remote.wait_event("finished", seconds=90)
    assert remote.process.wait(timeout=20) == 0
    assert raw(stage.folder / "a.raw") == wanted


def test_state_that_is_spoilt(stage):
    """A place that can't be read counts as none, one that can't be written is told of once, and it plays on."""
    path = write_article(stage)
    places = stage.folder / "state/narrate/places"
    out = f"file:{stage.folder}/a.raw"
    stage.run("play", path, "--output", out)
    whole = (stage.folder / "a.raw").stat().st_size
    for spoilt in b"", b"{", b"[]", b'{"version":1}', b'{"version":1,"sentence":99999,"rate":-3,"bookmarks":7}', b"\0\xff":
        file = next(places.iterdir())
        file.write_bytes(spoilt)
        done = stage.run("play", path, "--output", out, "-r", "175")
        assert done.stderr == "" or "near where it was" in done.stderr, done
        assert (stage.folder / "a.raw").stat().st_size > 20000
    stage.env["XDG_STATE_HOME"] = "/dev/null"
    done = stage.run("play", path, "--output", out)
    assert len(done.stderr.splitlines()) == 1 and "can't keep the place" in done.stderr, done
    assert (stage.folder / "a.raw").stat().st_size == whole
    assert stage.run("play", "--list").stdout == ""


def test_abandon(stage):
    """Q leaves the place where it was before."""
    path = write_article(stage)
    for line, end in ("find crane", "quit"), ("find quay", "abandon"):
        remote = Remote(stage, "--output", "null", path)
        remote.ask(line)
        remote.ask(end)
        assert remote.process.wait(timeout=20) == 0
        assert kept(stage)["sentence"] == 14, kept(stage)


def test_no_sound(stage):
    """Without any sound there is one line that names the ways out, and the terminal is not touched."""
    stage.env["ALSA_CONFIG_PATH"] = "/dev/null"
    done = stage.run("play", write_article(stage), status=1)
    assert len(done.stderr.splitlines()) == 1 and "choose another output: pulse, alsa" in done.stderr, done.stderr
    terminal = Terminal(stage, "play", stage.folder / "harbour.md")
    assert terminal.wait() == 1 and terminal.is_restored()


def test_signals(stage):
    """Ctrl-C and others keep the place and give the terminal back; Ctrl-Z rests, and fg goes on."""
    path = write_article(stage)
    stage.env["ASAN_OPTIONS"] = "handle_segv=0"      # else the sanitizer catches it, not narrate
    for number, code in (signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129):
        terminal = Terminal(stage, "play", "--show-text", "--output", "null", path)
        terminal.wait_for("\n")
        terminal.press("/valley\r")
        terminal.wait_for("Masons came")
        if number == signal.SIGINT:
            terminal.press("\x03")
        else:
            terminal.process.send_signal(number)
        assert terminal.wait() == code, terminal.read()
        assert terminal.is_restored()
        assert kept(stage)["sentence"] == 9, kept(stage)
    terminal = Terminal(stage, "play", "--show-text", "--output", "null", path)
    terminal.wait_for("Masons came")
    terminal.press("\x1a")
    wait_for(lambda: state_of(terminal.process.pid) == "T", "stop")
    assert terminal.is_restored()
    terminal.process.send_signal(signal.SIGCONT)
    terminal.wait_for("Each block weighs")
    assert not terminal.is_restored()
    terminal.process.send_signal(signal.SIGSEGV)
    assert terminal.wait() == -signal.SIGSEGV
    assert terminal.is_restored()


def test_terminal_is_mended(stage):
    """kill -9 leaves the terminal as it is; the next start gives it back as it was before."""
    path = write_article(stage)
    terminal = Terminal(stage, "play", "--show-text", "--output", "null", path)
    terminal.wait_for("Harbour opens")
    terminal.process.kill()
    terminal.process.wait()
    assert not terminal.is_restored()
    again = subprocess.Popen([stage.narrate, "play", "--show-text", "--output", "null", path], env=stage.env,
                             stdin=terminal.slave, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             start_new_session=True, preexec_fn=lambda: take_terminal(terminal.slave))
    assert again.stdout.readline()
    terminal.press("q")
    assert again.wait(timeout=20) == 0
    assert terminal.is_restored()


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as listed:
        return [int(child) for child in listed.read().split()]


def state_of(pid):
    with open(f"/proc/{pid}/stat") as stat:
        return stat.read().rpartition(")")[2].split()[0]


def main():
    tests = {name: test for name, test in globals().items() if name.startswith("test_")}
    for name in sys.argv[2:] or tests:
        started = time.monotonic()
        print(name, flush=True)
        with Stage(sys.argv[1]) as stage:
            tests[name](stage)
        print(f"  {time.monotonic() - started:.1f} s", flush=True)


if __name__ == "__main__":
    main()
