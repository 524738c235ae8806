# What was made, told and looked into.
load helper

value() {
    python3 -c 'import json, sys
for line in sys.stdin:
    print(eval(sys.argv[1], {"r": json.loads(line), "abs": abs}))' "$1"
}

@test "a receipt for each file, instead of its path" {
    write_article a.txt
    write_article b.txt
    narrate -q --json a.txt b.txt >receipts
    [ "$(wc -l <receipts)" -eq 2 ]
    [ "$(value 'r["v"], r["output"], r["format"], r["wrong"]' <receipts)" = \
        $'(1, \'a.ogg\', \'ogg\', None)\n(1, \'b.ogg\', \'ogg\', None)' ]
    [ "$(value '[s["title"] for s in r["sections"]]' <receipts | head -n1)" = \
        "['Harbour reopens after storm', 'Article', 'Repairs begin', 'What comes next']" ]
    [ "$(value 'r["sections"][0]["start"] == 0 < r["sections"][1]["start"] < r["seconds"] < 60' <receipts | sort -u)" = True ]
    [ "$(value 'r["words"]["planned"] == r["words"]["heard"] + r["words"]["inferred"] == r["words"]["in_file"] > 60' <receipts | sort -u)" = True ]
    [ "$(value '-19.5 < r["lufs"] < -18.5 and r["peak_db"] < -2.9' <receipts | sort -u)" = True ]
    [ "$(value 'r["cpu_seconds"] > 0 and r["wall_seconds"] > 0' <receipts | sort -u)" = True ]
    [ "$(value 'r["bytes"]' <receipts | head -n1)" -eq "$(stat -c %s a.ogg)" ]
    [ "$(value 'r["versions"]["narrate"]' <receipts | head -n1)" = "$(narrate --version | cut -d' ' -f2)" ]
    [[ $(value 'r["versions"]["engine"]' <receipts) == "eSpeak NG"* ]]
}

@test "the duration and the sections are those that ffprobe finds" {
    write_article a.txt
    for format in wav flac ogg opus mp3; do
        narrate -q --json -f "$format" a.txt >receipt
        found=$(ffprobe -v error -show_entries format=duration -of csv=p=0 "a.$format")
        [ "$(value "abs(r['seconds'] - $found) < 0.1" <receipt)" = True ]
    done
}

@test "words that are spoken at a second try are told" {
    printf 'A calm day.\n\nThen a shy storm came.\n' >shy.txt
    narrate -q --json --engine=tone-wild --from prose -f wav shy.txt >receipt
    [ "$(value '[r["words"][k] for k in ("planned", "repaired", "lost", "in_file")]' <receipt)" = "[8, 5, 0, 8]" ]
}

@test "every format stands up to being looked into" {
    write_article a.txt
    for format in wav flac ogg opus mp3; do
        run --separate-stderr narrate --verify -f "$format" a.txt
        [ "$status" -eq 0 ]
        [ "$output" = "a.$format" ]
        [ -z "$stderr" ]
    done
}

@test "standard output can't be looked into" {
    write_article a.txt
    run --separate-stderr narrate --json -o - a.txt
    fails_with 2 "leave out --json"
    run --separate-stderr narrate --verify -o - a.txt
    fails_with 2 "leave out --verify"
}
