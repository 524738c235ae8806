# Articles of every kind and the blocks that they become.  script/bless rewrites the blocks.
load helper

# Every article with golden blocks.
articles() {
    find "$SOURCE_DIR/samples" "$SOURCE_DIR/tests/golden" -name '*.txt' -o -name '*.md' | sort
}

# The golden blocks of the article $1.
blocks_of() {
    basename "${1%.*}" | sed "s|.*|$SOURCE_DIR/tests/golden/&.blocks|"
}

@test "every article becomes the blocks that a reader sees" {
    wrong=0
    for article in $(articles); do
        narrate -q show "$article" | diff -u "$(blocks_of "$article")" - || wrong=$((wrong + 1))
    done
    [ "$wrong" -eq 0 ]
}

@test "there are twenty texts and twelve Markdown files" {
    [ "$(articles | grep -c '\.txt$')" -ge 20 ]
    [ "$(articles | grep -c '\.md$')" -ge 12 ]
    [ "$(articles | wc -l)" -eq "$(find "$SOURCE_DIR/tests/golden" -name '*.blocks' | wc -l)" ]
}

@test "the same blocks with other line ends and in UTF-16, a byte at a time" {
    for article in $(articles); do
        case $article in *.md) kind=markdown ;; *) kind=text ;; esac
        wanted=$(blocks_of "$article")
        sed 's/$/\r/' "$article" | narrate show - --from $kind | cmp - "$wanted"
        iconv -f UTF-8 -t UTF-16 "$article" | narrate show - --from $kind | cmp - "$wanted"
        dd if="$article" bs=1 status=none | narrate show - --from $kind | cmp - "$wanted"
    done
}

@test "what show printed is read again: the same blocks, sentences and chapters" {
    chapters='import json, sys
for line in map(json.loads, sys.stdin):
    if line["kind"] == "chapter" or line["kind"] == "article":
        print(line.get("title"), line.get("byline"), line.get("date"))'
    for article in $(articles); do
        narrate show "$article" >a.blocks
        narrate show a.blocks | cmp - a.blocks
        for view in sentences spoken; do
            narrate show "$article" --locale en-GB --as $view >a
            narrate show a.blocks --locale en-GB --as $view | cmp - a
        done
        narrate show "$article" --as json | python3 -c "$chapters" >a
        narrate show a.blocks --as json | python3 -c "$chapters" | cmp - a
    done
}

@test "what show printed sounds the same, byte for byte" {
    for article in "$SOURCE_DIR"/samples/wire.txt "$SOURCE_DIR"/samples/newsletter.md; do
        narrate show "$article" >a.blocks
        case $article in *.md) kind=markdown ;; *) kind=text ;; esac
        narrate -q --from $kind -o a.wav - <"$article"
        narrate -q --from blocks -o b.wav - <a.blocks
        cmp a.wav b.wav
    done
}

@test "a role that was repaired by hand is spoken as such" {
    printf 'headline\tOne two\nboilerplate\tThree four.\nbody\tFive six.\n' >a.blocks
    run --separate-stderr narrate show a.blocks --as spoken
    [ "${lines[1]}" = "Five six." ]
    sed -i 's/boilerplate/body/' a.blocks
    run --separate-stderr narrate show a.blocks --as spoken
    [ "${lines[1]}" = "Three four." ]
}

@test "blocks that are none: the line, and the roles that there are" {
    printf 'headline\tOne\n\nbdoy\tTwo.\n' >a.blocks
    run --separate-stderr narrate show a.blocks
    fails_with 5 "a.blocks:3: 'bdoy' is no role; there are: headline, summary, "
}

@test "a charset that was guessed is said" {
    printf 'It cost \2405, he said: \223no\224.\n' >a.txt
    run --separate-stderr narrate show a.txt
    [ "$status" -eq 0 ]
    [[ $stderr == *"a.txt: not UTF-8; read as windows-1252, which is a guess" ]]
}
