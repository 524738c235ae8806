# The views of an article.
load helper

@test "blocks: role, tab, text" {
    write_article a.txt
    run --separate-stderr narrate show a.txt --as blocks
    [ "$status" -eq 0 ]
    [ "${lines[0]}" = $'headline\tHarbour reopens after storm' ]
    [ "${lines[1]}" = $'byline\tBy Ann Lee' ]
    [[ $output == *$'\ncrosshead\tRepairs begin\n'* ]]
}

@test "body: no headline, no byline" {
    write_article a.txt
    run narrate show a.txt --as body
    [ "${#lines[@]}" -eq 6 ]
    [[ ${lines[0]} == "The harbour opened"* && ${lines[2]} == "Repairs begin" ]]
}

@test "prose: all of it is body" {
    write_article a.txt
    run narrate show a.txt --as blocks --from prose
    [ "$(cut -f1 <<<"$output" | sort -u)" = body ]
}

@test "sentences: as written, nothing lost" {
    printf '“Stop!” he said. (It was 5%% more.) Dr. Smith paid $4.2 million...\n' >a.txt
    run narrate show a.txt --as sentences --from prose
    [ "${lines[0]}" = '“Stop!” he said.' ]
    [ "${lines[1]}" = '(It was 5% more.)' ]
    [ "${lines[2]}" = 'Dr. Smith paid $4.2 million...' ]
}

@test "spoken: no digit is left" {
    write_article a.txt
    run narrate show a.txt --as spoken
    [[ $output == *"ninety-seven per cent"* && $output == *"four point two million dollars"* ]]
    [[ ! $output =~ [0-9] ]]
}

@test "explain: file, line, column, and the rule" {
    write_article a.txt
    run narrate show a.txt --as explain
    [[ ${lines[0]} =~ ^a\.txt:1:1\ \ headline\ \ \[.+\]$ ]]
    grep -Eq '^a\.txt:5:42  3 -> three  \[.+\]$' <<<"$output"
    grep -Eq '^a\.txt:7:7  97 -> ninety-seven  \[.+\]$' <<<"$output"
}

@test "json: a schema, and ranges that lie where they say" {
    write_article a.txt
    narrate show a.txt --as json >lines
    python3 - <<'CHECK'
import json
source = open("a.txt", "rb").read()
lines = [json.loads(line) for line in open("lines", encoding="utf-8")]
head, rest = lines[0], lines[1:]
assert head["schema"] == 1 and head["kind"] == "article" and head["title"] == "Harbour reopens after storm", head
assert {line["kind"] for line in rest} == {"block", "chapter", "utterance"}
blocks = [line for line in rest if line["kind"] == "block"]
seen = ends = 0
for line in rest:
    if line["kind"] != "utterance":
        continue
    text, block = line["text"].encode(), blocks[line["block"]]
    assert line["index"] == seen
    seen += 1
    assert 0 <= line["written"][0] < line["written"][1] <= len(block["text"].encode()), line
    spoken = 0
    for token in line["tokens"]:
        start, end = token["source"]
        assert block["source"][0] <= start < end <= block["source"][1], token
        assert spoken <= token["spoken"][0] <= token["spoken"][1] <= len(text), token
        spoken = token["spoken"][1]
        if token["rule"] is None:
            assert source[start:end] == text[slice(*token["spoken"])], token
assert seen > 5
CHECK
}

@test "standard input" {
    write_article a.txt
    run narrate show - --as body <a.txt
    [[ $output == *"harbour opened"* ]]
    [ "$output" = "$(narrate show a.txt --as body)" ]
}

@test "a code block and a long table are told of, and read when that is asked for" {
    { printf 'Words.\n\n```\nint x = 1;\n```\n\nMore words.\n\n| a | b |\n|---|---|\n'
      for i in $(seq 30); do echo "| $i | x |"; done; } >page.md
    run --separate-stderr narrate show --as spoken page.md
    [ "$output" = $'Words.\nCode block.\nMore words.\nA long table.' ]
    [[ $(narrate show --as spoken --speak code,table page.md) == *"int x equals one"*"thirty"* ]]
    [[ $(narrate show --as spoken --skip code,table page.md) == $'Words.\nMore words.' ]]
}

@test "reading modes: roles, marks and capitals are told as asked" {
    printf '# Storm\n\nIt came (at night).\n\n- Lime\n- Rope\n\n```\nint x;\n```\n' >m.md
    run narrate show m.md --as spoken --verbosity all --punctuation some --capitals say
    [ "${lines[1]}" = "cap It came left bracket (at night right bracket)." ]
    [ "${lines[3]}" = "Item two of two: cap Rope." ]
    [ "${lines[4]}" = "Code block, lines: one." ]
    run --separate-stderr narrate show m.md --as spoken --verbosity some
    [ "$output" = $'Storm.\nIt came (at night).\nLime.\nRope.' ]
    NARRATE_PUNCTUATION=all run narrate normalise <<<"It rose, then fell."
    [ "$output" = "It rose comma, then fell full stop." ]
    run narrate show m.md --verbosity loud
    [ "$status" -eq 2 ]
    [ "${#lines[@]}" -eq 1 ]
}
