# A folder of articles: found, named, made once, remembered.
# shellcheck disable=SC2154 # bats sets them
load helper

# Short articles with different words; the tone engine speaks them in no time.
write_articles() {
    mkdir -p in/news
    for name in in/one.txt in/two.md in/news/three.txt; do
        printf '%s\n\nThe story of %s has one sentence. It has another one.\n' "$name" "$(basename "$name")" >"$name"
    done
}

batch() {
    narrate batch --engine tone --progress none "$@"
}

made() {
    (cd "${1:-out}" && find . -name '*.ogg' -printf '%P\n' | sort | paste -sd ' ')
}

sums() {
    (cd "$1" && find . -path ./.narrate -prune -o -type f -print0 | sort -z | xargs -0 sha256sum)
}

@test "a folder is mirrored, and standard output names what was made" {
    write_articles
    run --separate-stderr batch in -o out
    [ "$status" -eq 0 ]
    [ "$(sort <<<"$output" | paste -sd ' ')" = "out/news/three.ogg out/one.ogg out/two.ogg" ]
    [ "$(made)" = "news/three.ogg one.ogg two.ogg" ]
    [[ $stderr == *"made "*3* ]]
    ffprobe -v error out/one.ogg
}

@test "a recording is the same as one that is made alone" {
    write_articles
    batch -j 3 in -o out
    narrate -q --engine tone -o alone.ogg in/news/three.txt
    cmp alone.ogg out/news/three.ogg
}

@test "a second run makes nothing; an edited article alone is made again, as in a clean run" {
    write_articles
    batch -q in -o out
    before=$(sums out)
    run --separate-stderr batch in -o out
    [ "$status" -eq 0 ] && [ -z "$output" ]
    [[ $stderr == *"unchanged "*3* ]]
    [ "$(sums out)" = "$before" ]
    echo 'And a third one.' >>in/two.md
    run --separate-stderr batch in -o out
    [ "$output" = out/two.ogg ]
    batch -q in -o clean
    [ "$(sums out)" = "$(sums clean)" ]
}

@test "touching a file, or white space that is not heard, makes nothing" {
    write_articles
    batch -q in -o out
    touch in/one.txt
    printf '\n\n' >>in/two.md
    run batch -q in -o out
    [ "$status" -eq 0 ] && [ -z "$output" ]
}

@test "a new lexicon entry makes the articles that say the word" {
    write_articles
    echo 'Then Xi spoke to the sailors.' >>in/one.txt
    echo 'Nobody had heard of Xi before.' >>in/news/three.txt
    batch -q in -o out
    printf 'Xi\tshee\n' >words.lexicon
    run batch -q in -o out --lexicon words.lexicon
    [ "$(sort <<<"$output" | paste -sd ' ')" = "out/news/three.ogg out/one.ogg" ]
    batch -q in -o clean --lexicon words.lexicon
    [ "$(sums out)" = "$(sums clean)" ]
    run batch -q in -o out --lexicon words.lexicon
    [ -z "$output" ]
    printf 'Xi\tzee\n' >in/one.lexicon
    run batch -q in -o out --lexicon words.lexicon --remake text
    [ "$status" -eq 0 ]
    rm in/one.lexicon
}

@test "reading modes count where they change what is said" {
    write_articles
    batch -q in -o out
    run batch -q in -o out --capitals say
    [ "${#lines[@]}" -eq 3 ]
    run batch -q in -o out --capitals say
    [ -z "$output" ]
    run batch -q in -o out --capitals say --verbosity some
    [ "$status" -eq 0 ]
    batch -q in -o clean --capitals say --verbosity some
    [ "$(sums out)" = "$(sums clean)" ]
}

@test "settings count unless --remake says that only the text does" {
    write_articles
    batch -q in -o out
    run batch -q in -o out --quality 2 --remake text
    [ "$status" -eq 0 ] && [ -z "$output" ]
    run batch -q in -o out --quality 2
    [ "${#lines[@]}" -eq 3 ]
    run batch -q in -o out --quality 2 --remake always
    [ "${#lines[@]}" -eq 3 ]
    run --separate-stderr batch in -o out --remake sound
    fails_with 2 "'sound' is unknown; there are: text, settings, versions, always"
}

@test "a dry run says what would be made, and why, and makes nothing" {
    write_articles
    run --separate-stderr batch in -o out --dry-run
    [ "$status" -eq 0 ]
    [ "${lines[0]}" = "$(printf 'news/three.txt\tout/news/three.ogg\tnew')" ] || [ "${#lines[@]}" -eq 3 ]
    [ ! -e out ]
    batch -q in -o out
    echo 'More.' >>in/one.txt
    rm out/two.ogg
    run batch -q in -o out -n
    grep -qx "$(printf 'one.txt\tout/one.ogg\twhat is said changed')" <<<"$output"
    grep -qx "$(printf 'two.md\tout/two.ogg\tthe recording is missing or was changed')" <<<"$output"
    [ "${#lines[@]}" -eq 2 ]
}

@test "bad articles don't stop the others, are classed, and are not tried again for nothing" {
    write_articles
    : >in/empty.txt
    head -c 2000 /dev/urandom >in/noise.txt
    printf '%%PDF-1.4' >in/print.txt
    run --separate-stderr batch in -o out
    [ "$status" -eq 3 ]
    [ "$(made)" = "news/three.ogg one.ogg two.ogg" ]
    [ "$(grep -c '\[not-article\]' <<<"$stderr")" -eq 3 ]
    [[ $stderr == *"3 of 6 articles failed; the others are in out" ]]
    run --separate-stderr batch in -o out
    [ "$status" -eq 3 ] && [ -z "$output" ]
    [ "$(grep -c '\[not-article\]' <<<"$stderr")" -eq 3 ]
    grep -l '"attempts": 1' out/.narrate/articles/*/* | wc -l | grep -qx 3
    run batch in -o out --retry-failed
    [ "$status" -eq 3 ]
    grep -l '"attempts": 2' out/.narrate/articles/*/* | wc -l | grep -qx 3
    echo 'An article after all. It has two sentences.' >in/empty.txt
    run batch -q in -o out
    grep -qx out/empty.ogg <<<"$output"
}

@test "an article that takes too long, or whose process dies, is one failure" {
    mkdir in
    write_long_article in/long.txt
    echo 'A short one. It is made.' >in/short.txt
    run --separate-stderr narrate batch --timeout 1 in -o out
    [ "$status" -eq 3 ] && [ "$output" = out/short.ogg ]
    [[ $stderr == *"in/long.txt: took longer than 1 s; see --timeout [limit]"* ]]
    rm in/short.txt
    for signal in SEGV KILL; do
        "$TEST_NARRATE" batch --retry-failed in -o out 2>log &
        until worker=$(pgrep -x -P $! narrate); do sleep 0.1; done
        sleep 0.5
        kill -"$signal" "$worker"
        wait $! || status=$?
        cat log
        [ "$status" -eq 3 ]
    done
    grep -F 'in/long.txt: its process was killed; is there memory enough? [transient]' log
    [ -z "$(find out -name '*tmp*')" ]
    grep '"attempts": 3' out/.narrate/articles/*/*
    batch -q in -o out # what was transient is tried again
    [ "$(made)" = "long.ogg short.ogg" ]
}

@test "--fail-fast starts no more" {
    write_articles
    head -c 90000 /dev/zero >in/big.txt
    run batch -q -j 1 --fail-fast in -o out
    [ "$status" -eq 3 ]
    [ -z "$(made)" ]
}

@test "a renamed article keeps its recording; one that is gone is told of, and pruned when asked" {
    write_articles
    batch -q in -o out
    before=$(sha256sum <out/one.ogg)
    mv in/one.txt in/first.txt
    run --separate-stderr batch in -o out
    [ "$status" -eq 0 ] && [ "$output" = out/first.ogg ]
    [[ $stderr == *"renamed "*1* ]]
    [ "$(sha256sum <out/first.ogg)" = "$before" ] && [ ! -e out/one.ogg ]
    run --separate-stderr batch in -o out
    [[ $stderr == *"unchanged "*3* ]]
    rm in/two.md
    run --separate-stderr batch in -o out
    [ "$status" -eq 0 ] && [ -e out/two.ogg ]
    [[ $stderr == *"two.md: is gone; its recording out/two.ogg is left (--prune deletes it)"* ]]
    run batch -q in -o out --prune
    [ "$status" -eq 0 ] && [ "$(made)" = "first.ogg news/three.ogg" ]
    run --separate-stderr batch in -o out
    [[ $stderr != *gone* ]]
}

@test "articles of one name are both made, under the same names whatever came first" {
    mkdir in
    echo 'The first story. It is text.' >in/story.md
    batch -q in -o out
    [ "$(made)" = story.ogg ]
    para='The harbour opened again on Monday after three days of storms, and the ferries left at dawn with mail.'
    echo "<article><h1>The second story</h1><p>$para $para</p><p>$para</p></article>" >in/story.html
    echo 'The third story.' >in/Story.txt
    run batch -q in -o out
    batch -q in -o clean
    [ "$(made)" = "Story.txt.ogg story.html.ogg story.md.ogg" ]
    [ "$(made)" = "$(made clean)" ]
    [ "$(grep -c . <<<"$output")" -eq 3 ]
    rm in/story.html in/Story.txt
    batch -q in -o out --prune
    [ "$(made)" = story.ogg ]
}

@test "any name will do" {
    mkdir in
    long=$(printf 'x%.0s' $(seq 251)).txt
    odd=("two
lines.txt" " spaces  .txt" $'caf\xe9.txt' "$long" "-dash.txt" "100%.txt" "ünï.md" ".txt.txt")
    for name in "${odd[@]}"; do
        printf 'A story of %q.\n' "$name" >"in/$name"
    done
    run --separate-stderr batch in -o out
    echo "$stderr"
    [ "$status" -eq 0 ]
    [ "$(find out -name '*.ogg' -printf x)" = xxxxxxx ] # ".txt.txt" is hidden
    [ -e $'out/two\nlines.ogg' ] && [ -e $'out/caf\xe9.ogg' ] && [ -e "out/ spaces  .ogg" ] && [ -e out/100%.ogg ]
    run --separate-stderr batch in -o out
    [[ $stderr == *"unchanged "*7* ]]
    python3 -c 'import json, sys, pathlib
for p in pathlib.Path("out/.narrate").rglob("*.json"): json.loads(p.read_text("utf-8"))'
}

@test "links are followed, in circles too, and nothing is made twice" {
    write_articles
    ln -s .. in/news/up
    ln -s ../in in/again
    ln -s nowhere.txt in/broken.txt
    ln -s one.txt in/alias.txt
    run --separate-stderr batch in -o in/out
    [ "$status" -eq 3 ]
    [[ $stderr == *"in/broken.txt: can't be opened: No such file or directory [permanent]"* ]]
    [ "$(made in/out)" = "alias.ogg news/three.ogg one.ogg two.ogg" ]
    run --separate-stderr batch in -o in/out
    [[ $stderr == *"unchanged "*4* ]]
}

@test "the parts of a saved page are no articles" {
    write_articles
    mkdir in/page_files in/other_files
    para="The harbour opened again on Monday after three days of storms, the harbour master said on Tuesday morning."
    echo "<article><h1>A page and its parts</h1><p>$para $para</p><p>$para</p></article>" >in/page.html
    cp in/page.html in/page_files/frame.html
    cp in/one.txt in/other_files/four.txt
    run --separate-stderr batch in -o out
    [ "$status" -eq 0 ]
    [ "$(made)" = "news/three.ogg one.ogg other_files/four.ogg page.ogg two.ogg" ]
}

@test "patterns choose" {
    write_articles
    echo 'A draft. Not ready.' >in/draft.txt
    run batch -q in -o out --exclude 'draft*,news'
    [ "$(made)" = "one.ogg two.ogg" ]
    run batch -q in -o other --include '*.md' --include 'news/*'
    [ "$(made other)" = "news/three.ogg two.ogg" ]
}

@test "a list names the articles, with line ends or NULs, and may not leave the output folder" {
    write_articles
    printf 'in/one.txt\nin/news/three.txt\n' >list
    batch -q list -o out
    [ "$(made)" = "in/news/three.ogg in/one.ogg" ]
    find in -type f -print0 | batch -q -0 - -o other
    [ "$(made other)" = "in/news/three.ogg in/one.ogg in/two.ogg" ]
    mkdir deep
    (cd deep && echo ../in/one.txt | batch -q - -o out && [ "$(made)" = in/one.ogg ])
    write_article article.txt
    run --separate-stderr batch article.txt -o out
    fails_with 2 "article.txt:1: there is no file 'Harbour reopens after storm'; batch takes a folder or a list of articles"
}

@test "an archive's articles are articles: one that is edited is made again, one that is broken fails" {
    mkdir -p in/feeds
    printf '%s\n' '{"id": "storm/1", "title": "A storm", "text": "It blew. It rained."}' \
        '{"id": "calm", "title": "A calm", "text": "It was still."}' '{"id": "calm", "text": "Another one."}' \
        '{"title": "Nameless", "text": "No id here."}' '{broken' >in/feeds/news.jsonl
    run --separate-stderr batch in -o out
    echo "$stderr"
    [ "$status" -eq 3 ]
    [ "$(made)" = "feeds/news/calm.ogg feeds/news/calm@3.ogg feeds/news/news-4.ogg feeds/news/storm_1.ogg" ]
    [[ $stderr == *"in/feeds/news.jsonl:5:"*"[not-article]"* ]]
    sed -i '1s/It blew/It roared and blew/' in/feeds/news.jsonl
    run batch -q in -o out
    [ "$(grep -c 'ogg$' <<<"$output")" -eq 1 ]
    grep -qx out/feeds/news/storm_1.ogg <<<"$output"
    sed -i 5d in/feeds/news.jsonl
    run batch -q in/feeds/news.jsonl -o other
    [ "$(made other)" = "calm.ogg calm@3.ogg news-4.ogg storm_1.ogg" ]
}

@test "a list's missing file is one failure" {
    write_articles
    printf 'in/one.txt\nin/nothing.txt\n' >list
    mkfifo pipe.txt
    printf 'pipe.txt\nin\n' >>list
    run --separate-stderr batch list -o out
    [ "$status" -eq 3 ] && [ "$output" = out/in/one.ogg ]
    [[ $stderr == *"in/nothing.txt: can't be opened"* ]]
    [[ $stderr == *"pipe.txt: is no file [permanent]"* && $stderr == *"narrate: in: is no file [permanent]"* ]]
}

@test "files of others are left alone without --force" {
    write_articles
    mkdir out
    echo precious >out/one.ogg
    run --separate-stderr batch in -o out
    [ "$status" -eq 3 ] && [ "$(cat out/one.ogg)" = precious ]
    [[ $stderr == *"out/one.ogg exists and was not made from one.txt; use --force to overwrite [permanent]"* ]]
    batch -q in -o out --force --retry-failed
    ffprobe -v error out/one.ogg
}

@test "what cannot be read or written is said, and the rest is made" {
    [ "$(id -u)" -eq 0 ] && drop="setpriv --reuid 65534 --regid 65534 --clear-groups" || drop=
    write_articles
    mkdir in/locked out
    echo 'Hidden. Very.' >in/locked/secret.txt
    chmod 000 in/locked in/two.md
    chmod 777 out
    chmod o+rx "$BATS_TEST_TMPDIR" "$BATS_TEST_TMPDIR/work" "$(dirname "$BATS_TEST_TMPDIR")" "$BATS_RUN_TMPDIR"
    run --separate-stderr $drop "$TEST_NARRATE" batch --engine tone --progress none in -o out
    echo "$stderr"
    [ "$status" -eq 3 ]
    [ "$(made)" = "news/three.ogg one.ogg" ]
    [[ $stderr == *"in/two.md: can't be opened: Permission denied [permanent]"* ]]
    [[ $stderr == *"in/locked: can't be looked into: Permission denied [permanent]"* ]]
    chmod 755 in/locked out
    chmod 644 in/two.md
}

@test "a stopped run drops or finishes what is in hand, exits with the signal, and goes on next time" {
    mkdir in
    for i in 1 2 3 4 5 6; do
        write_long_article "in/$i.txt"
    done
    "$TEST_NARRATE" batch -q in -o out &
    sleep 2
    kill -TERM $!
    wait $! || status=$?
    [ "$status" -eq 143 ]
    [ -z "$(find out -name '*tmp*')" ]
}

@test "wrong use is said" {
    run --separate-stderr narrate batch in
    fails_with 2 "batch needs a folder for the recordings; give --output DIR"
    echo x >file
    run --separate-stderr narrate batch in -o file
    fails_with 2 "file is no folder; give --output DIR"
    run --separate-stderr narrate batch nowhere -o out
    fails_with 1 "nowhere: can't be opened: No such file or directory"
    [ ! -e out ]
}
