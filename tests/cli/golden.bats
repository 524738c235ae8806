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
    [ "$(articles | wc -l)" -eq "$(find "$SOURCE_DIR/tests/golden" -maxdepth 1 -name '*.blocks' | wc -l)" ]
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

# What is planned for the article $1, but for its place in a file.
plan_of() {
    narrate -q show "$@" --as json |
        sed -E 's/"links":\[(\{("([^"\\]|\\.)*"|[^]"}]|\[[^]]*\])*\},?)*\]//g' |
        sed -E 's/"(name|source|why|site|url|image|place)":("([^"\\]|\\.)*"|\[[^]]*\]|null),?//g'
}

@test "what show printed is read again: the same blocks and the same plan" {
    for article in $(articles); do
        stem=$(basename "${article%.*}")
        lexicon=${article%.*}.lexicon
        [ ! -e "$lexicon" ] || cp "$lexicon" .
        narrate -q show "$article" >"$stem.blocks"
        narrate -q show "$stem.blocks" | cmp - "$stem.blocks"
        plan_of "$article" >a
        plan_of "$stem.blocks" | diff a -
    done
}

# Sounds the article $1 and its blocks alike?  The rest are options.
sounds_alike() {
    case $1 in *.md) kind=markdown ;; *) kind=text ;; esac
    article=$1
    shift
    narrate -q show "$article" >a.blocks
    narrate -q --from $kind -o a.wav "$@" - <"$article"
    narrate -q --from blocks -o b.wav "$@" - <a.blocks
    cmp a.wav b.wav
}

@test "what show printed sounds the same, byte for byte" {
    for article in "$SOURCE_DIR"/samples/*.{txt,md}; do
        sounds_alike "$article" --engine tone
    done
    for article in "$SOURCE_DIR"/samples/wire.txt "$SOURCE_DIR"/tests/golden/{hafen.txt,garten.md,colors.md}; do
        sounds_alike "$article"
    done
}

@test "a language that the article states is a last block" {
    narrate show "$SOURCE_DIR/tests/golden/garten.md" | tail -n 1 >a
    printf 'boilerplate\tLanguage: de-AT\n' | cmp - a
    printf 'body\tOne.\nboilerplate\tLanguage: de\n' >a.blocks
    narrate -q show a.blocks --as json | head -n 1 | grep -q '"language":"de"'
    printf 'body\tOne.\nboilerplate\tLanguage: de\nboilerplate\tLanguage: und\n' >b.blocks
    narrate -q show b.blocks --as json | head -n 1 | grep -q '"language":null'
    narrate -q show b.blocks | cmp - b.blocks
}

@test "English without a country is the voice's own" {
    printf -- '---\nlang: en\n---\n\nIt opened on 3/4/2024.\n' >a.md
    narrate show a.md --as spoken --voice american | grep -q 'March fourth'
    narrate show a.md --as spoken | grep -q 'of April'
    printf -- '---\nlang: en-GB\n---\n\nIt opened on 3/4/2024.\n' >b.md
    narrate show b.md --as spoken --voice american | grep -q 'of April'
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
