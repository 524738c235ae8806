# A folder that is watched.
# shellcheck disable=SC2154 # bats sets them
load helper

start() {
    mkdir -p in
    "$TEST_NARRATE" batch --engine tone --watch in -o out "$@" >made 2>log &
    watcher=$!
    until [ -e out/index.html ]; do sleep 0.05; done
}

# Waits for a line of standard output.
await() {
    for _ in $(seq 200); do
        grep -qx "$1" made && return
        sleep 0.05
    done
    cat made log
    return 1
}

stop() {
    kill -TERM "$watcher"
    status=0
    wait "$watcher" || status=$?
    cat log
    [ "$status" -eq 143 ]
    [ -z "$(find . -name '*tmp*')" ]
}

teardown() {
    [ -z "$watcher" ] || kill -KILL "$watcher" 2>/dev/null || true
}

@test "what is put into the folder is narrated, in new folders too, and the lists follow" {
    start
    echo 'One story. It is short.' >in/one.txt
    await out/one.ogg
    mkdir -p in/new/deep
    echo 'Two stories. It is short.' >in/new/deep/two.txt
    await out/new/deep/two.ogg
    echo 'A longer story now.' >>in/one.txt
    until [ "$(grep -c out/one.ogg made)" -eq 2 ]; do sleep 0.05; done
    cp in/one.txt elsewhere && mv elsewhere in/moved.txt
    await out/moved.ogg
    until grep -q moved.ogg out/index.m3u8; do sleep 0.05; done
    stop
}

@test "a file is not read before it is closed, nor are an editor's own files" {
    start
    exec 9>in/slow.txt
    echo 'The first half of it.' >&9
    echo 'Another story.' >in/other.txt
    await out/other.ogg
    sleep 1
    [ ! -e out/slow.ogg ]
    echo 'And the second half.' >&9
    exec 9>&-
    await out/slow.ogg
    # As vim writes: a backup, the new file, and a swap file all the while.
    echo swap >in/.other.txt.swp
    echo test >in/4913 && rm in/4913
    mv in/other.txt in/other.txt~
    echo 'Another story, edited.' >in/other.txt
    rm in/other.txt~ in/.other.txt.swp
    until [ "$(grep -c out/other.ogg made)" -eq 2 ]; do sleep 0.05; done
    # As others do: a temporary file that is renamed.
    echo 'Another story, edited twice.' >in/.other.txt.tmp && mv in/.other.txt.tmp in/other.txt
    until [ "$(grep -c out/other.ogg made)" -eq 3 ]; do sleep 0.05; done
    [ "$(sort -u made | paste -sd ' ')" = "out/other.ogg out/slow.ogg" ]
    mv in/other.txt in/renamed.txt
    await out/renamed.ogg
    [ ! -e out/other.ogg ]
    stop
}

@test "a failure is told once, and mended files are made" {
    start
    printf '%%PDF-1.4' >in/bad.txt
    until grep -q 'bad.txt.*not-article' log; do sleep 0.05; done
    echo 'A story.' >in/good.txt
    await out/good.ogg
    [ "$(grep -c 'bad.txt' log)" -eq 1 ]
    echo 'Now a story.' >in/bad.txt
    await out/bad.ogg
    stop
}

@test "stopped, it finishes what is in hand" {
    start
    write_long_article long.txt
    head -n 150 long.txt >in/long.txt
    until [ -n "$(pgrep -x -P "$watcher" narrate)" ]; do sleep 0.05; done
    sleep 0.3
    stop
    [ "$(cat made)" = out/long.ogg ]
    ffprobe -v error out/long.ogg
}

@test "only a folder can be watched" {
    echo x >list
    run --separate-stderr narrate batch --watch list -o out
    fails_with 2 "--watch: list is no folder"
    mkdir in
    run --separate-stderr narrate batch --watch -n in -o out
    fails_with 2 "--watch goes with neither --dry-run, --shard nor --merge"
    watcher=
}
