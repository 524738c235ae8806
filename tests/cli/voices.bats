# The list of voices.
load helper

@test "name, language and description, apart by tabs" {
    run --separate-stderr narrate voices
    [ "$status" -eq 0 ]
    [ "${#lines[@]}" -ge 1 ]
    for line in "${lines[@]}"; do
        [[ $line =~ ^[^$'\t']+$'\t'[A-Za-z-]+$'\t'[^$'\t']+$ ]]
    done
}

@test "every voice that is listed can plan" {
    narrate voices | cut -f1 | while read -r voice; do
        echo 'Some words.' | narrate normalise -v "$voice"
    done
}
