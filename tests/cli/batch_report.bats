# What a batch tells: progress, logs, reports; and the shards of several machines.
# shellcheck disable=SC2154 # bats sets them
load helper

write_articles() {
    mkdir -p in
    for i in $(seq "$1"); do
        printf 'Story %s\n\nThe story has one sentence. It has another one.\n' "$i" >"in/$i.txt"
    done
}

batch() {
    narrate batch --engine tone --progress none "$@"
}

@test "the log holds a line of JSON for each article" {
    write_articles 3
    : >in/empty.txt
    run batch -q in -o out --log logs/run.ndjson
    [ "$status" -eq 3 ]
    python3 - logs/run.ndjson <<'PY'
import json, sys
lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
assert len(lines) == 4, lines
assert all(line["v"] == 1 and line["time"].endswith("Z") for line in lines)
states = {line["id"]: line["state"] for line in lines}
assert states == {"1.txt": "made", "2.txt": "made", "3.txt": "made", "empty.txt": "failed"}, states
failed = next(line for line in lines if line["state"] == "failed")
assert failed["class"] == "not-article" and "empty" in failed["message"], failed
made = next(line for line in lines if line["id"] == "1.txt")
assert made["cause"] == "new" and made["sound_s"] > 1 and made["bytes"] > 1000 and made["characters"] > 20, made
assert made["output"] == "1.ogg" and made["seconds"] > 0
PY
    run batch -q in -o out --log logs/run.ndjson
    [ "$(grep -c unchanged logs/run.ndjson)" -eq 3 ]
    run --separate-stderr batch -q in -o out --log in/1.txt/log
    [ "$status" -eq 1 ]
}

@test "the report is what build servers read" {
    write_articles 2
    printf 'x' >$'in/odd\x01<\xff>.txt'
    : >in/empty.txt
    run batch -q in -o out --junit report.xml
    [ "$status" -eq 3 ]
    python3 - <<'PY'
import xml.etree.ElementTree as tree
suite = tree.parse("report.xml").getroot()
assert suite.tag == "testsuite" and suite.get("tests") == "4" and suite.get("failures") == "1", suite.attrib
cases = {case.get("name"): case for case in suite}
assert set(cases) == {"1.txt", "2.txt", "empty.txt", "odd%01<%FF>.txt"}, cases
failure = cases["empty.txt"].find("failure")
assert failure.get("type") == "not-article" and "empty" in failure.get("message")
PY
}

@test "progress is lines of text where no terminal is, and tells what is left" {
    mkdir in
    for i in 1 2 3 4 5 6; do
        write_long_article "in/$i.txt"
    done
    (timeout -s TERM 8 "$TEST_NARRATE" batch -j1 in -o out || true) >made 2>log
    cat log
    grep -Eq '^narrate: [0-9] of 6, [0-9]+ %, [0-9.]+ articles/s, [0-9]+ s of sound/s, [0-9:]+ left$' log
    ! grep -q $'\r' log
}

@test "on a terminal progress is one line; -q and --progress none say nothing of it" {
    mkdir in
    write_long_article in/long.txt
    script -qec "env -u NO_COLOR TERM=xterm $TEST_NARRATE batch --engine tone in -o out" typescript </dev/null >/dev/null
    grep -q $'\rnarrate: 0 of 1' typescript
    script -qec "env TERM=xterm $TEST_NARRATE batch --engine tone --progress none in -o quiet" typescript </dev/null >/dev/null
    ! grep -q ' of 1, ' typescript
    run --separate-stderr narrate batch -q --engine tone in -o out
    [ "$status" -eq 0 ] && [ -z "$stderr" ]
}

@test "shards share the work out, each article to one, and a merge adds them up" {
    write_articles 12
    printf '%%PDF-1.4' >in/poison.txt
    run --separate-stderr batch in -o out --merge
    [ "$status" -eq 1 ]
    [ "$(grep -c '^missing' <<<"$output")" -eq 13 ]
    for shard in 1 2 3; do
        batch -q in -o out --shard $shard/3 || true
    done >made
    sort made | uniq -d | wc -l | grep -qx 0
    [ "$(wc -l <made)" -eq 12 ]
    [ "$(find out/.narrate/logs -name '*.ndjson' | wc -l)" -eq 3 ]
    run --separate-stderr batch in -o out --merge
    echo "$output / $stderr"
    [ "$status" -eq 3 ]
    [[ $output == "poisoned"$'\t'"poison.txt"$'\t'"not-article"$'\t'* ]]
    [[ $stderr == *"12 done, 1 poisoned, 0 missing"* ]]
    [[ $stderr == *"3 logs of shards: 12 made in "*", 1 failures"* ]]
    rm out/7.ogg
    run --separate-stderr batch in -o out --merge
    [ "$status" -eq 1 ] && [[ $output == *"missing"$'\t'"7.txt"* ]]
    batch -q in -o whole || true
    for i in $(seq 12); do
        [ "$i" -eq 7 ] || cmp "out/$i.ogg" "whole/$i.ogg"
    done
}

@test "a shard is what the scheduler says" {
    write_articles 8
    all() {
        sort made | paste -sd ' '
    }
    for id in 4 5; do # an array 4-5
        SLURM_ARRAY_TASK_ID=$id SLURM_ARRAY_TASK_MIN=4 SLURM_ARRAY_TASK_MAX=5 SLURM_ARRAY_TASK_COUNT=2 \
            batch -q in -o slurm --shard auto
    done >made
    [ "$(wc -l <made)" -eq 8 ]
    for id in 0 1 2; do
        JOB_COMPLETION_INDEX=$id batch -q in -o kubernetes --shard auto/3
    done >made
    [ "$(wc -l <made)" -eq 8 ]
    for id in 0 1; do
        AWS_BATCH_JOB_ARRAY_SIZE=2 AWS_BATCH_JOB_ARRAY_INDEX=$id batch -q in -o aws --shard auto
    done >made
    [ "$(wc -l <made)" -eq 8 ]
    run --separate-stderr env JOB_COMPLETION_INDEX=1 "$TEST_NARRATE" batch in -o out --shard auto
    fails_with 2 "JOB_COMPLETION_INDEX is there but not how many shards; give auto/N"
    run --separate-stderr env SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_MIN=3 SLURM_ARRAY_TASK_MAX=7 \
        SLURM_ARRAY_TASK_COUNT=2 "$TEST_NARRATE" batch in -o out --shard auto
    fails_with 2 "the job's numbers have holes; give auto/N"
    for wrong in 0/3 4/3 x 1 1/0 auto/ auto/x /3 -1/3; do
        run --separate-stderr narrate batch in -o out --shard "$wrong"
        fails_with 2 "--shard: '$wrong' is neither"
    done
    run --separate-stderr narrate batch in -o out --shard auto
    fails_with 2 "no scheduler tells a number in the environment; give I/N"
}
