"""Articles of mixed kinds, made up: the same for the same numbers."""
import json
import pathlib
import random

WORDS = """harbour storm council ferry bridge engineer market price school garden theatre winter morning river
    station library doctor village report budget island signal captain record museum voice orchard festival""".split()
NAMES = "Ann Lee,Tom Reed,Mara Voss,Ivo Brandt,Ruth Okafor,Sam Hall".split(",")


def sentence(chance):
    words = [chance.choice(WORDS) for _ in range(chance.randint(6, 14))]
    extra = chance.choice(["", f" {chance.randint(2, 99)}%", f" ${chance.randint(1, 9)}.{chance.randint(1, 9)} million",
                           f" on {chance.randint(1, 28)} May", f", said {chance.choice(NAMES)}"])
    return " ".join(words).capitalize() + extra + "."


def paragraphs(chance, count):
    return [" ".join(sentence(chance) for _ in range(chance.randint(2, 4))) for _ in range(count)]


def text(title, parts):
    return "\n\n".join([title] + parts) + "\n"


def markdown(title, parts):
    return "# " + title + "\n\n" + "\n\n".join(parts[:1] + ["## What is next"] + parts[1:]) + "\n"


def html(title, parts):
    body = "".join(f"<p>{part}</p>\n" for part in parts)
    return f"<!DOCTYPE html><html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1>\n{body}</article></body></html>\n"


KINDS = [(".txt", text), (".md", markdown), (".html", html)]


def write(folder, count, least=2, most=4):
    """Writes `count` articles below `folder`, a tenth of them in an archive; returns their number."""
    folder = pathlib.Path(folder)
    archived = []
    for number in range(count):
        chance = random.Random(number)
        title = f"{chance.choice(WORDS).capitalize()} {chance.choice(WORDS)} number {number}"
        # A page with little text is none.
        parts = paragraphs(chance, chance.randint(least, most) + (4 if number % 3 == 2 else 0))
        if number % 10 == 9:
            archived.append({"id": f"entry-{number}", "title": title, "text": "\n\n".join(parts)})
            continue
        extension, form = KINDS[number % 3]
        path = folder / ["", "news", "news/local", "sport"][number % 4] / f"story {number}{extension}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(form(title, parts), encoding="utf-8")
    if archived:
        lines = "".join(json.dumps(record) + "\n" for record in archived)
        (folder / "wire.jsonl").write_text(lines, encoding="utf-8")
    return count


def write_broken(folder):
    """Five files that are no articles."""
    folder = pathlib.Path(folder)
    (folder / "broken empty.txt").write_bytes(b"")
    (folder / "broken noise.txt").write_bytes(random.Random(1).randbytes(4000))
    (folder / "broken print.txt").write_bytes(b"%PDF-1.7 and so on")
    (folder / "broken picture.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (folder / "broken link.txt").symlink_to("nowhere")
    return 5
