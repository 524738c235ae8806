# A folder of articles in a world that is not well: full disks, files that change, several runs at once.
# shellcheck disable=SC2154 # bats sets them
load helper

write_articles() {
    mkdir -p in
    for i in $(seq "$1"); do
        printf 'Story %s\n\nThe story has one sentence. It has another one, and a third.\n' "$i" >"in/$i.txt"
    done
}

batch() {
    narrate batch --engine tone --progress none "$@"
}

sums() {
    (cd "$1" && find . -path ./.narrate -prune -o -type f -print0 | sort -z | xargs -0 sha256sum)
}

@test "a full disk fails some articles for now; nothing is torn, and with space again all are made" {
    write_articles 20
    batch -q in -o clean -f wav
    mkdir small
    export TEST_NARRATE
    unshare -m bash -c '
        mount -t tmpfs -o size=3m none small
        TMPDIR=/tmp "$TEST_NARRATE" batch --engine tone -q --no-index in -o small/out -f wav
        status=$?
        find small/out -name "*tmp*"
        cd small/out
        for file in *.wav; do cmp "$file" "../../clean/$file" || exit 9; done
        mount -o remount,size=60m ../../small
        cd ../..
        "$TEST_NARRATE" batch --engine tone -q in -o small/out -f wav
        echo "again $?"
        cp -r small/out whole
        exit $status' >log 2>errors || status=$?
    cat log errors
    [ "${status-0}" -eq 3 ]
    grep -q 'No space left on device \[transient\]' errors
    grep -qx 'again 0' log
    ! grep -q tmp log
    [ "$(sums whole)" = "$(sums clean)" ]
}

@test "two runs at once make each article once, and both end well" {
    write_articles 30
    batch in -o out >one 2>one.log &
    first=$!
    batch in -o out >two 2>two.log
    wait $first
    cat one.log two.log
    [ "$(sort one two | uniq -d | wc -l)" -eq 0 ]
    [ "$(cat one two | wc -l)" -eq 30 ]
    batch -q in -o clean
    [ "$(sums out)" = "$(sums clean)" ]
}

@test "a file that is being written is read when it keeps still; one that is deleted is one failure" {
    write_articles 2
    for i in $(seq 100); do echo "Sentence number $i of a long story."; done >whole.txt
    (for part in 1 2 3 4 5 6 7 8 9 10; do head -c 3000 whole.txt; sleep 0.3; done >in/growing.txt) &
    sleep 0.2
    run --separate-stderr batch in -o out
    wait
    echo "$stderr"
    [ "$status" -eq 0 ] || { [ "$status" -eq 3 ] && [[ $stderr == *"changes while it is read"*"[transient]"* ]]; }
    rm in/growing.txt
    # Deleted when the folder has been read, but not yet the file.
    mkfifo list
    "$TEST_NARRATE" batch --engine tone --progress none -q list -o other 2>errors &
    printf 'in/1.txt\nin/2.txt\nin/3.txt\n' >list
    status=0
    wait $! || status=$?
    [ "$status" -eq 3 ]
    grep -qx 'narrate: in/3.txt: can.t be opened: No such file or directory \[permanent\]' errors
}

@test "an output folder that can't be made is one clear error" {
    write_articles 1
    echo x >file
    run --separate-stderr batch in -o file/out
    fails_with 1 "file/out: can't make this folder: Not a directory"
}

@test "what is remembered may be damaged: it is made again" {
    write_articles 3
    batch -q in -o out
    before=$(sums out)
    for record in out/.narrate/articles/*/*.json; do
        head -c 40 "$record" >cut && mv cut "$record"
        break
    done
    run batch -q in -o out
    [ "$status" -eq 0 ] && [ "${#lines[@]}" -eq 1 ]
    rm -r out/.narrate
    run batch -q in -o out
    [ "$status" -eq 0 ] && [ "${#lines[@]}" -eq 3 ]
    [ "$(sums out)" = "$before" ]
}

@test "a killed run's leavings are gone after the next" {
    mkdir in
    write_long_article long.txt
    head -n 200 long.txt >in/long.txt
    for signal in KILL TERM; do
        "$TEST_NARRATE" batch -q in -o out &
        until [ -n "$(find out -name '.long.ogg*tmp' 2>/dev/null)" ]; do sleep 0.05; done
        kill -$signal $!
        wait $! || true
    done
    run batch -q in -o out
    [ "$output" = out/long.ogg ]
    [ -z "$(find out -name '*tmp*')" ]
}
