# Archives: an article a line.
load helper

write_archive() {
    cat >news.jsonl <<'LINES'
{"id": "storm", "title": "Harbour reopens", "byline": ["Ann Lee", "Bob Ray"], "date": "2024-03-05T10:00:00Z", "lang": "en-US", "text": "The harbour reopened on 3/4/2024.\n\nAll is well, people said."}

{"id": 17, "markdown": "# Bridge closed\n\nThe *old* bridge is shut."}
{"title": "Page", "html": "<p>A paragraph of the page that is long enough to be an article, they say.</p>"}
{"id": "../.b\n", "lang": "de", "blocks": [{"role": "headline", "text": "Der Hafen"}, {"role": "body", "text": "Ein Satz\nauf zwei Zeilen."}]}
LINES
}

@test "an article a line, each read in its own way" {
    write_archive
    run --separate-stderr narrate show news.jsonl
    [ "$status" -eq 0 ]
    [ "${lines[0]}" = $'headline\tHarbour reopens' ]
    [ "${lines[1]}" = $'byline\tAnn Lee, Bob Ray' ]
    [ "${lines[2]}" = $'byline\t2024-03-05' ]
    [ "${lines[3]}" = $'body\tThe harbour reopened on 3/4/2024.' ]
    [ "${lines[5]}" = $'boilerplate\tLanguage: en-US' ]
    [ "${lines[6]}" = $'headline\tBridge closed' ]
    [ "${lines[7]}" = $'body\tThe old bridge is shut.' ]
    [ "${lines[8]}" = $'headline\tPage' ]
    [ "${lines[10]}" = $'headline\tDer Hafen' ]
    [ "${lines[11]}" = $'body\tEin Satz auf zwei Zeilen.' ]
}

@test "title, writers, date and language are the record's" {
    write_archive
    narrate show news.jsonl --as json | head -n 1 | python3 -c '
import json, sys
head = json.load(sys.stdin)
wanted = {"title": "Harbour reopens", "byline": "Ann Lee, Bob Ray", "date": "2024-03-05", "language": "en-US",
          "locale": "en-US", "name": "news.jsonl:1"}
assert {key: head[key] for key in wanted} == wanted, head'
    narrate show news.jsonl --as spoken | grep -q 'March fourth'
}

@test "a file for each, named by its id" {
    write_archive
    run --separate-stderr narrate -f wav -o . news.jsonl
    [ "$status" -eq 0 ]
    [ "$output" = "$(printf './%s.wav\n' storm 17 news-4 _._.b_)" ]
    [ -s storm.wav ] && [ -s 17.wav ] && [ -s news-4.wav ] && [ -s _._.b_.wav ]
    narrate -q -f wav -o . news.jsonl
}

@test "standard input" {
    write_archive
    mkdir out
    run --separate-stderr narrate -f wav --from jsonl -o out/ - <news.jsonl
    [ "$status" -eq 0 ]
    [ -s out/storm.wav ] && [ -s out/17.wav ]
    head -n 1 news.jsonl | narrate -q --from jsonl -o one.wav -
    [ -s one.wav ]
    [ "$(narrate show - --from jsonl --as body <news.jsonl)" = "$(narrate show news.jsonl --as body)" ]
}

@test "a broken line is one message with file and line, and does not stop the others" {
    write_archive
    sed -i '3s/}$//' news.jsonl
    run --separate-stderr narrate -f wav news.jsonl
    [ "$status" -eq 3 ]
    [[ $stderr == *"news.jsonl:3:"* ]]
    [ "$(grep -c 'news.jsonl:3' <<<"$stderr")" -eq 1 ]
    [[ $stderr == *"1 of 4 articles failed"* ]]
    [ -s storm.wav ] && [ ! -e 17.wav ] && [ -s news-4.wav ]
}

@test "what is no article: the line and what is wrong" {
    while IFS='|' read -r line message; do
        printf '\n%s\n' "$line" >a.jsonl
        run --separate-stderr narrate show a.jsonl
        fails_with 5 "a.jsonl:2:$message"
    done <<'CASES'
[1]| no JSON object; write an article as
{"text": 5}| 'text' is no string
{"text": " "}| nothing but white space
{"id": "x"}| none of 'blocks', 'html', 'markdown', 'text'; give one of them
{"text": "a", "html": "b"}| both 'html' and 'text'; give one of them
{"id": [], "text": "a"}| 'id' is neither a string nor a whole number
{"byline": [1], "text": "a"}| 'byline' is neither
{"blocks": [{"role": "bdoy", "text": "a"}]}| block 1: 'bdoy' is no role
{"blocks": [7]}| block 1 is not
{"text": "a"} {"text": "b"}|16: more than one article; write one a line
CASES
}

@test "two articles of one id, an archive without any, one output for several" {
    printf '{"id": "a", "text": "One."}\n{"id": "a", "text": "Two."}\n' >a.jsonl
    run --separate-stderr narrate a.jsonl
    fails_with 2 "a.ogg: two articles would become this file"
    printf '\n \n' >b.jsonl
    run --separate-stderr narrate b.jsonl
    fails_with 5 "b.jsonl: no article in it"
    run --separate-stderr narrate -o one.wav a.jsonl
    fails_with 2 "one.wav: one output can't hold 2 articles"
}

@test "another way to read it is the user's choice" {
    printf '{"text": "One."}\n' >a.jsonl
    [ "$(narrate show a.jsonl --from text --as body)" = '{"text": "One."}' ]
}
