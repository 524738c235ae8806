# Words that can't be spoken: the exit code, the note, --strict.
load helper

@test "a hundred numbers on a line are no loss" {
    seq 501 600 | tr '\n' ' ' >numbers
    run --separate-stderr narrate -q --from prose -o numbers.wav - <numbers
    [ "$status" -eq 0 ]
    [ -z "$stderr" ]
}
