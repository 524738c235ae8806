# A phrase, as it would be read.
load helper

@test "say writes what narrate would say" {
    echo 'It rose 5% on Monday.' >a.txt
    narrate -q --from prose -o article.wav a.txt
    run --separate-stderr narrate say -o phrase.wav 'It rose 5% on Monday.'
    [ "$status" -eq 0 ]
    [ "$output" = phrase.wav ]
    [ -z "$stderr" ]
    narrate say -q -o words.wav It rose 5% on Monday.
    cmp phrase.wav words.wav
    for file in article phrase; do
        ffmpeg -v error -i $file.wav -f s16le $file.raw
    done
    cmp article.raw phrase.raw
}

@test "a pronunciation is tried as it is written" {
    narrate say -q -o told.wav --as 'shee' Xi
    narrate say -q -o plain.wav shee
    narrate say -q -o read.wav Xi
    cmp told.wav plain.wav
    ! cmp -s told.wav read.wav
    narrate say -q -o told2.wav 'Xi Jinping' --as='shee jin ping'
    narrate say -q -o digits.wav --as '5 percent' 'a lot'
    narrate say -q -o words.wav --as 'five percent' 'a lot'
    narrate say -q -o read5.wav '5 percent'
    [ -s told2.wav ] && [ -s digits.wav ]
    cmp words.wav read5.wav
}

@test "without an output it is played" {
    narrate say -q --loudness none -o a.wav 'It rose 5% on Monday.'
    ffmpeg -v error -i a.wav -f s16le a.raw
    run --separate-stderr narrate say --loudness none --device file:b.raw 'It rose 5% on Monday.'
    [ "$status" -eq 0 ] && [ -z "$output" ] && [ -z "$stderr" ]
    cmp a.raw b.raw
}

@test "voice, rate, format and standard output" {
    narrate say -v calm -r 120 -f wav -o - Hello there. >slow.wav
    narrate say -v calm -r 300 -o fast.wav Hello there.
    [ "$(stat -c %s slow.wav)" -gt "$(stat -c %s fast.wav)" ]
    mkdir out
    [ "$(narrate say -o out Hello there.)" = out/phrase.ogg ]
}

@test "what is no right use" {
    run --separate-stderr narrate say -f wav Hello.
    fails_with 2 "--format is for a file; give --output FILE"
    run --separate-stderr narrate say --device nosuch Hello.
    fails_with 2 "'nosuch' is no sound output; there are: pulse, alsa"
    PULSE_SERVER=unix:/nonexistent ALSA_CONFIG_PATH=/dev/null run --separate-stderr narrate say Hello.
    fails_with 1 "no sound output works (pulse: no sound server"
    run --separate-stderr narrate say -o a.wav
    fails_with 2 "no text given"
    run --separate-stderr narrate say -o a.wav --as '' Xi
    fails_with 2 "--as: the value is empty"
    run --separate-stderr narrate say -o a.wav --jobs 2 Xi
    fails_with 2 "--jobs is no option of this command; see 'narrate say --help'"
    run --separate-stderr narrate say -o a.wav ...
    fails_with 5 "nothing to speak"
    echo mine >b.wav
    run --separate-stderr narrate say -o b.wav Hello.
    fails_with 1 "b.wav exists"
    folder_holds b.wav
}
