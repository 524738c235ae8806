# Sound that is heard while the rest is still to be spoken.
load helper

# The bytes of sound that process $1 has recorded so far.
recorded() {
    for fd in "/proc/$1/fd/"*; do
        [[ $(readlink "$fd") == *"(deleted)" && $(readlink "$fd") != /memfd:* ]] && stat -L -c %s "$fd"
    done
}

@test "the first sentence is there before the last is spoken" {
    write_long_article a.txt
    mkfifo pipe
    "$TEST_NARRATE" -q --stream -f wav -o pipe a.txt 2>error &
    pid=$!
    exec 7<pipe
    head -c 60000 <&7 >part
    [ "$(recorded $pid)" -lt 2000000 ] # all are 100 MB
    kill $pid
    status=0
    wait $pid || status=$?
    exec 7<&-
    echo "$status $(cat error)"
    [ "$status" -eq 143 ]
    [ "$(head -c 4 part)" = RIFF ]
    [ "$(tail -c 20000 part | tr -d '\0' | wc -c)" -gt 10000 ]
}

@test "a stream has all of the sound, and loudness, and no chapters" {
    write_article a.txt
    for format in ogg opus wav; do
        narrate -q -f $format -o file.$format a.txt
        run --separate-stderr narrate --stream -f $format -o stream.$format a.txt
        fails_with 2 "a stream goes to a pipe"
        narrate -q --stream -f $format -o - a.txt >stream.$format
        for made in file stream; do
            ffmpeg -v error -i $made.$format -f s16le - >$made.pcm 2>$made.errors
            [ ! -s $made.errors ]
        done
        [ "$(stat -c %s stream.pcm)" -eq "$(stat -c %s file.pcm)" ]
        lufs=$(ffmpeg -nostats -i stream.$format -af ebur128 -f null - 2>&1 | sed -n 's/^ *I: *-\(.*\) LUFS/\1/p' | tail -n1)
        [[ $lufs =~ ^(18|19)\. ]]
        [ -z "$(ffprobe -v error -show_chapters stream.$format)" ]
        [[ $(ffprobe -v error -show_entries format_tags=title:stream_tags=title stream.$format) == *"Harbour reopens"* ]]
    done
    ogginfo stream.ogg >info
    ! grep -i warning info
    opusinfo stream.opus >info 2>&1
    ! grep -i warning info
}

@test "without loudness the frames are those of the file" {
    write_article a.txt
    narrate -q --loudness none -f wav -o file.wav a.txt
    narrate -q --loudness none --stream -f wav -o - a.txt >stream.wav
    cmp <(ffmpeg -v error -i file.wav -f s16le -) <(ffmpeg -v error -i stream.wav -f s16le -)
    narrate -q --loudness none --stream -f wav -j1 -o - a.txt | cmp - stream.wav
}

@test "a note says what a stream lacks" {
    write_article a.txt
    run --separate-stderr narrate --stream -f wav -o - a.txt >out
    [ "$status" -eq 0 ]
    [[ $stderr == "narrate: a.txt: streamed: without chapters"* ]]
}

@test "what can't be streamed" {
    write_article a.txt
    for format in flac mp3; do
        run --separate-stderr narrate --stream -q -f $format -o - a.txt
        fails_with 2 "$format begins with what is known only at the end"
    done
    for option in json verify strict; do
        run --separate-stderr narrate --stream --$option -o - a.txt
        fails_with 2 "--$option wants to know all"
    done
}

@test "a reader that leaves ends a stream quietly" {
    write_long_article a.txt
    narrate -q --stream -f wav -o - a.txt 2>error | head -c 1000 >part
    [ "${PIPESTATUS[0]}" -eq 0 ]
    [ ! -s error ]
}
