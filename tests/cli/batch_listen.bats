# Lists of the recordings: for players, for browsers, for podcast programs.
# shellcheck disable=SC2154 # bats sets them
load helper

write_articles() {
    mkdir -p "in/new & old"
    write_article in/harbour.txt
    printf '# Tea & more < less\n\nBy Tom Reed\n\nA story of tea. It has two sentences.\n' >"in/new & old/tea #1.md"
}

batch() {
    narrate batch --engine tone --progress none "$@"
}

sums() {
    (cd "$1" && find . -type f ! -path './.narrate/*' -print0 | sort -z | xargs -0 sha256sum)
}

@test "the playlist has titles, durations and paths that play" {
    write_articles
    batch -q in -o out
    cat out/index.m3u8
    [ "$(head -n1 out/index.m3u8)" = "#EXTM3U" ]
    grep -qx '#EXTINF:[0-9]*,Harbour reopens after storm' out/index.m3u8
    grep -qx 'harbour.ogg' out/index.m3u8
    grep -qx 'new & old/tea #1.ogg' out/index.m3u8
    seconds=$(sed -n 's/#EXTINF:\([0-9]*\),Harbour.*/\1/p' out/index.m3u8)
    real=$(ffprobe -v error -show_entries format=duration -of default=nw=1:nk=1 out/harbour.ogg)
    python3 -c "assert abs($seconds - $real) < 1, ($seconds, $real)"
    (cd out && mpv --no-config --ao=null --frames=1 --no-video --length=0.1 index.m3u8)
}

@test "the page names and links every recording, escaped" {
    write_articles
    batch -q in -o out
    python3 - <<'PY'
import html.parser, os, urllib.parse

class Page(html.parser.HTMLParser):
    audio, links, headings, stack = [], [], [], []
    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.stack.append(tag)
        if tag == "audio":
            self.audio.append((attributes["aria-label"], urllib.parse.unquote(attributes["src"])))
            assert "controls" in attributes and "autoplay" not in attributes
        if tag == "a":
            self.links.append(urllib.parse.unquote(attributes["href"]))
        if tag == "html":
            assert attributes["lang"] == "en"
    def handle_data(self, data):
        if self.stack and self.stack[-1] == "h2":
            self.headings.append(data)

page = Page()
text = open("out/index.html", encoding="utf-8").read()
page.feed(text)
assert text.startswith("<!DOCTYPE html>")
assert ("Tea & more < less", "new & old/tea #1.ogg") in page.audio, page.audio
assert [path for _, path in page.audio] == page.links
assert "Harbour reopens after storm" in "".join(page.headings), page.headings
assert all(os.path.exists("out/" + path) for path in page.links)
assert "</audio>" in text and "2 recordings, " in text and "Tom Reed" in text
PY
}

@test "a page of someone else's is left alone" {
    write_articles
    mkdir out
    echo '<p>mine</p>' >out/index.html
    run --separate-stderr batch in -o out
    [ "$status" -eq 0 ] && [ "$(cat out/index.html)" = '<p>mine</p>' ]
    [[ $stderr == *"out/index.html: is not narrate's and is left as it is; --force overwrites it"* ]]
    batch -q in -o out --force
    grep -q 'Harbour' out/index.html
    batch -q in -o plain --no-index
    [ ! -e plain/index.html ] && [ ! -e plain/index.m3u8 ]
}

@test "the feed reads back with every field, and a second run changes no byte" {
    write_articles
    cat >in/page.html <<'HTML'
<!DOCTYPE html><html lang=en><head><title>Bridge closes</title>
<link rel="canonical" href="https://example.org/news/bridge"></head><body><article><h1>Bridge closes</h1>
<p>By Mara Voss</p>
<p>The old bridge closed on Monday for repairs that will take twelve weeks, the council said in a statement.</p>
<p>Drivers were told to use the ferry, which will run every ten minutes from six in the morning until midnight.</p>
<p>The engineer who leads the work said that the steel had rusted further than anybody had thought it could.</p>
</article></body></html>
HTML
    batch -q in -o out --feed https://example.org/listen --title 'The Harbour Listener'
    before=$(sums out)
    sleep 1.1
    batch -q in -o out --feed https://example.org/listen --title 'The Harbour Listener'
    [ "$(sums out)" = "$before" ]
    cp out/feed.xml first.xml
    sed -i 's/twelve weeks/thirteen weeks/' in/page.html
    batch -q in -o out --feed https://example.org/listen --title 'The Harbour Listener'
    xmllint --noout out/feed.xml
    grep -q '<guid isPermaLink="true">https://example.org/news/bridge<' out/feed.xml
    /usr/bin/python3 - <<'PY'
import json, os, urllib.parse
import feedparser

feed = feedparser.parse("out/feed.xml")
assert not feed.bozo and feed.version == "rss20", feed
channel = feed.feed
assert channel.title == "The Harbour Listener" and channel.language == "en-GB", channel
assert channel.link == "https://example.org/listen/index.html"
assert channel.itunes_block and channel.itunes_explicit is not True
assert any(link.rel == "self" and link.href == "https://example.org/listen/feed.xml" for link in channel.links)
assert channel.tags[0].term == "News" and channel.generator == "narrate" and channel.updated_parsed
entries = {entry.title: entry for entry in feed.entries}
assert set(entries) == {"Bridge closes", "Harbour reopens after storm", "Tea & more < less"}, entries.keys()
bridge = entries["Bridge closes"]
assert bridge.id == "https://example.org/news/bridge" and bridge.link == bridge.id
tea = entries["Tea & more < less"]
assert tea.id == "new & old/tea #1.md" and not tea.guidislink, tea.id
assert tea.author == "Tom Reed" and tea.published_parsed
assert "A story of tea" in tea.summary
for entry in feed.entries:
    audio = entry.enclosures[0]
    url = urllib.parse.urlsplit(audio.href)
    path = "out/" + urllib.parse.unquote(url.path.removeprefix("/listen/"))
    assert path.endswith(".mp3") and audio.type == "audio/mpeg", audio
    assert int(audio.length) == os.path.getsize(path) and url.query.startswith("v=")
    assert int(entry.itunes_duration) > 1
    chapters = urllib.parse.urlsplit(entry.podcast_chapters["url"])
    assert entry.podcast_chapters["type"] == "application/json+chapters"
    side = json.load(open("out/" + urllib.parse.unquote(chapters.path.removeprefix("/listen/")), encoding="utf-8"))
    assert side["version"] == "1.2.0" and side["chapters"]
before = {entry.id: entry for entry in feedparser.parse("first.xml").entries}
assert set(before) == {entry.id for entry in feed.entries}
for entry in feed.entries:
    changed = entry.enclosures[0].href != before[entry.id].enclosures[0].href
    assert changed == (entry.title == "Bridge closes"), entry.title
    assert entry.published == before[entry.id].published
PY
}

@test "a feed's kind of file can be chosen, and directories let in" {
    write_articles
    batch -q in -o out --feed https://example.org/ -f opus --feed-public
    grep -q 'type="audio/ogg; codecs=opus"' out/feed.xml
    ! grep -q itunes:block out/feed.xml
    grep -q 'url="https://example.org/harbour.opus?v=' out/feed.xml
}

@test "a renamed article keeps its guid" {
    write_articles
    batch -q in -o out --feed https://example.org/
    mv in/harbour.txt in/port.txt
    batch -q in -o out --feed https://example.org/
    grep -q '<guid isPermaLink="false">harbour.txt</guid>' out/feed.xml
    grep -q 'https://example.org/port.mp3' out/feed.xml
    [ -e out/port.chapters.json ] && [ ! -e out/harbour.chapters.json ]
}

@test "what lacks words is made, told of, and not in the feed; with --strict it is not made" {
    mkdir in
    write_article in/whole.txt
    printf 'Gone words\n\nThey saw it vanish near the harbour on Monday. Nobody knew why it went.\n' >in/lost.txt
    run --separate-stderr narrate batch --engine espeak-drop in -o out --feed https://example.org/
    echo "$stderr"
    [ "$status" -eq 4 ]
    [[ $stderr == *"in/lost.txt: "*" could not be spoken and are missing from the recording [incomplete]"* ]]
    [ -e out/lost.mp3 ] && [ "$(grep -c '<item>' out/feed.xml)" -eq 1 ]
    grep -q 'some words are missing' out/index.html
    run narrate batch -q --engine espeak-drop in -o out --feed https://example.org/
    [ "$status" -eq 4 ]
    run --separate-stderr narrate batch --engine espeak-drop --strict in -o strict
    [ "$status" -eq 3 ] && [ ! -e strict/lost.ogg ] && [ -e strict/whole.ogg ]
    [[ $stderr == *"no file was written [incomplete]"* ]]
}

@test "digests hold articles of about their length, a chapter each, and are made again only when one changed" {
    mkdir in
    for i in 1 2 3 4 5 6; do
        write_article "in/$i.txt"
        sed -i "1s/.*/Story number $i/" "in/$i.txt"
    done
    batch -q in -o out --digest 2
    ls -l out/digests
    [ "$(find out/digests -name '*.ogg' | wc -l)" -ge 2 ]
    python3 - <<'PY'
import json, pathlib, subprocess
titles, lengths = [], []
for path in sorted(pathlib.Path("out/digests").glob("*.ogg")):
    probe = json.loads(subprocess.check_output(
        ["ffprobe", "-v", "error", "-show_chapters", "-show_format", "-of", "json", path]))
    titles += [chapter["tags"]["title"] for chapter in probe["chapters"] if "Story" in chapter["tags"]["title"]]
    lengths.append(float(probe["format"]["duration"]))
assert titles == [f"Story number {i}" for i in range(1, 7)], titles
assert all(75 < length < 165 for length in lengths[:-1]), lengths
PY
    run batch in -o out --digest 2min
    [ "$status" -eq 0 ] && [[ $output != *ogg* ]]
    echo 'One more paragraph, which makes it longer by a little.' >>in/1.txt
    run batch -q in -o out --digest 2m
    grep -qx out/1.ogg <<<"$output" && grep -qx out/digests/01.ogg <<<"$output"
    [ "${#lines[@]}" -le 3 ]
    rm in/4.txt in/5.txt in/6.txt
    batch -q in -o out --digest 100h --prune
    [ "$(ls out/digests)" = 01.ogg ]
    run --separate-stderr batch in -o out --digest soon
    fails_with 2 "--digest: 'soon' is no length; write 45min or 2h"
}

@test "a synced folder, a static host, a server at home: the ways to a telephone" {
    write_articles
    batch -q in -o out --feed http://127.0.0.1:0/
    mkdir host
    (cd out && tar -c --exclude .narrate .) | tar -xC host
    python3 -u -m http.server --bind 127.0.0.1 --directory host 0 >server 2>&1 &
    server=$!
    until port=$(grep -o 'port [0-9]*' server); do sleep 0.1; done
    batch -q in -o out --feed "http://127.0.0.1:${port#port }/"
    cp out/feed.xml host/
    /usr/bin/python3 - "http://127.0.0.1:${port#port }/feed.xml" <<'PY' || failed=1
import sys, urllib.request
import feedparser
feed = feedparser.parse(sys.argv[1])
assert feed.status == 200 and len(feed.entries) == 2, feed
for entry in feed.entries:
    audio = entry.enclosures[0]
    with urllib.request.urlopen(audio.href) as reply:
        assert reply.headers["Content-Type"] == audio.type and len(reply.read()) == int(audio.length)
    urllib.request.urlopen(entry.podcast_chapters["url"]).close()
PY
    kill "$server"
    [ -z "${failed-}" ]
}
