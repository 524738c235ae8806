# Words that can't be spoken: the exit code, the note, --strict.
load helper

@test "a hundred numbers on a line are no loss" {
    seq 501 600 | tr '\n' ' ' >numbers
    run --separate-stderr narrate -q --from prose -o numbers.wav - <numbers
    [ "$status" -eq 0 ]
    [ -z "$stderr" ]
}

@test "what the engine dies of is spoken in pieces, and a note says so" {
    printf 'A calm day.\n\nThen a shy storm came.\n' >shy.txt
    run --separate-stderr narrate --engine=tone-wild --from prose -f wav shy.txt
    [ "$status" -eq 0 ]
    [ "$stderr" = "narrate: shy.txt:3:1: this sentence is spoken in pieces: the engine crashed (Aborted)" ]
}
