# Saved pages of every kind: the blocks and what the page says of itself, or why it is refused.  script/bless
# rewrites them.
load helper

PAGES=$SOURCE_DIR/tests/golden/pages

# Every page; those that are an article; those that are none.
pages() {
    find "$PAGES" -name '*.html' -o -name '*.mhtml' | sort
}
articles() {
    pages | while read -r page; do [ ! -e "${page%.*}.blocks" ] || echo "$page"; done
}
refusals() {
    pages | while read -r page; do [ ! -e "${page%.*}.refused" ] || echo "$page"; done
}

@test "every page becomes the blocks that a reader sees" {
    wrong=0
    for page in $(articles); do
        narrate -q show "$page" | diff -u "${page%.*}.blocks" - || wrong=$((wrong + 1))
    done
    [ "$wrong" -eq 0 ]
}

@test "every page says of itself what it says" {
    wrong=0
    for page in $(articles); do
        "$SOURCE_DIR/script/facts" "$TEST_NARRATE" "$page" | diff -u "${page%.*}.facts" - || wrong=$((wrong + 1))
    done
    [ "$wrong" -eq 0 ]
}

@test "there are at least 25 articles, and each page has one or a refusal" {
    [ "$(articles | wc -l)" -ge 25 ]
    [ "$(refusals | wc -l)" -ge 5 ]
    [ "$(cat <(articles) <(refusals) | wc -l)" -eq "$(pages | wc -l)" ]
}

@test "what is no article is refused in one line, unless any page will do" {
    cd "$PAGES"
    for page in $(refusals); do
        page=${page##*/}
        run --separate-stderr narrate show "$page"
        fails_with 5 "$page: "
        diff -u "${page%.*}.refused" <(echo "$stderr")
        [ "$page" = empty.html ] || narrate -q show --any-page "$page" | grep -q .
    done
}

@test "a cut page is narrated with a note, and says where it ends" {
    run --separate-stderr narrate show "$PAGES/paywall.html" --as spoken
    [ "$status" -eq 0 ]
    [[ $stderr == *"paywall.html: the saved page ends before the article does; "* ]]
    [ "${lines[-1]}" = "The saved page ends here." ]
}

@test "the same blocks from standard input, a byte at a time" {
    for page in $(articles); do
        dd if="$page" bs=1 status=none | narrate -q show - | cmp - "${page%.*}.blocks"
    done
}

@test "the same blocks with other line ends" {
    for page in $(articles); do
        case $page in *.mhtml) continue ;; esac
        sed 's/$/\r/' "$page" | narrate -q show - | cmp - "${page%.*}.blocks"
    done
}

@test "a page in another language is spoken by voices of its languages" {
    narrate -q show "$PAGES/german_parts.html" --as json | python3 -c '
import json, sys
lines = [json.loads(line) for line in sys.stdin]
said = [(line["text"], line["style"]["voice"]) for line in lines if line["kind"] == "utterance"]
for text, voice in said:
    assert voice.startswith("en" if text.startswith("The sea") else "de"), (text, voice)
assert any(text.startswith("The sea") for text, voice in said)'
}

@test "a pull quote that repeats the body is not spoken" {
    narrate -q show "$PAGES/magazine.html" --as spoken >a
    [ "$(grep -c 'It was eight when my wife was alive' a)" -eq 1 ]
}
