# Whatever fails: no torn file, and nothing left behind.
load helper

# Runs narrate with the fault $1 and the arguments behind it; leaves `fired` if it came to that.
faulty() {
    local fault=$1
    shift
    rm -f fired
    status=0
    env FAULT="$fault" FAULT_FILE=fired LD_PRELOAD="$TEST_FAULTS" "$TEST_NARRATE" -q --engine tone "$@" >out 2>err ||
        status=$?
}

# After a fault the output is missing, or it is the file that is right; and there is one line that says why.
is_clean() {
    echo "$1: status $status: $(cat err)"
    [ -z "$(find . -name '*.narrate-tmp')" ] || return 1
    [ ! -e "a.$2" ] || cmp "a.$2" "right.$2" || return 1
    if [ "$status" -eq 0 ]; then
        [ -e "a.$2" ]
    else
        [ "$status" -eq 1 ] && [ "$(wc -l <err)" -eq 1 ] && grep -q '^narrate: ' err
    fi
}

write_right() {
    write_article a.txt
    narrate -q --engine tone -f "$1" -o "right.$1" a.txt
}

@test "the n-th write, fsync, rename or close fails" {
    for format in wav flac ogg opus mp3; do
        write_right $format
        for kind in write fsync rename close; do
            count=0
            for n in 1 2 3 8 20 40 60 61 90; do
                rm -f a.$format
                faulty "$kind:$n" -f $format a.txt
                is_clean "$format $kind:$n" $format
                [ -e fired ] || break
                count=$((count + 1))
                # What is read may be closed badly; all else must be told, and leave no file but for the folder's sync.
                [ $kind = close ] || [ "$status" -eq 1 ]
                [ $kind = fsync ] || [ $kind = close ] || [ ! -e a.$format ]
            done
            echo "$format $kind: $count"
            case $kind in
            write) [ $count -ge 4 ] ;;
            fsync) [ $count -eq 2 ] ;;
            rename) [ $count -eq 1 ] ;;
            close) [ $count -ge 3 ] ;;
            esac
        done
    done
}

# Of what is written, the sound as spoken and the file, in equal steps.
@test "the disk is full, at twenty places" {
    write_right wav
    sound=$(($(stat -c %s right.wav) - 4096))
    for format in wav flac ogg opus mp3; do
        write_right $format
        bytes=$((sound + $(stat -c %s right.$format)))
        for i in $(seq 0 19); do
            rm -f a.$format
            faulty "space:$((bytes * i / 20))" -f $format a.txt
            is_clean "$format space $i" $format
            [ -e fired ]
            [ "$status" -eq 1 ]
            [ ! -e a.$format ]
            grep -q "No space left" err
        done
    done
}

@test "a file that is there stays whole until the new one is" {
    write_right ogg
    cp right.ogg a.ogg
    for fault in write:3 write:30 space:100000 rename:1; do
        faulty $fault a.txt
        [ "$status" -eq 1 ]
        [ -e fired ]
        cmp a.ogg right.ogg
        [ -z "$(find . -name '*.narrate-tmp')" ]
    done
}

@test "killed at any moment: no torn file, and the next run sweeps" {
    write_article a.txt
    for _ in 1 2 3 4; do cat a.txt; done >b.txt
    narrate -q --engine tone -f ogg -o right.ogg b.txt
    for signal in KILL TERM; do
        for ms in 5 10 20 30 40 50 60 80 100 140 200 300; do
            rm -f b.ogg
            status=0
            timeout --foreground -s $signal "0.$(printf %03d $ms)" "$TEST_NARRATE" -q --engine tone b.txt >out 2>err || status=$?
            [ ! -e b.ogg ] || cmp b.ogg right.ogg
            [ $signal = KILL ] || [ -z "$(find . -name '*.narrate-tmp')" ]
            narrate -q --engine tone b.txt
            [ -z "$(find . -name '*.narrate-tmp')" ]
        done
    done
}

@test "what a killed run left is swept by the next" {
    write_article a.txt
    faulty kill:1 a.txt
    [ "$status" -eq 137 ]
    [ ! -e a.ogg ]
    [ "$(find . -name '.a.ogg.*.narrate-tmp' | wc -l)" -eq 1 ]
    narrate -q --engine tone a.txt
    [ -z "$(find . -name '*.narrate-tmp')" ]
}

@test "a reader that leaves at any byte" {
    write_right ogg
    for bytes in 1 100 5000 20000; do
        for format in wav flac ogg opus mp3; do
            narrate -q --engine tone -f $format -o - a.txt 2>err | head -c $bytes >part
            [ "${PIPESTATUS[0]}" -eq 0 ]
            [ ! -s err ]
        done
    done
}
