# Several articles in one recording.
load helper

write_three() {
    printf -- '---\ntitle: العاصفة\nsite: The Gazette\ndate: 2024-03-12\n---\n\nThe river rose.\n\n## 风暴 🌪\n\nIt fell.\n' >a.md
    printf 'Rain comes\n\nIt rained on Monday. Much of it was rain.\n' >b.txt
    write_article c.txt
}

titles() {
    ffprobe -v error -show_entries chapter_tags=title -of default=nw=1:nk=1 "$1"
}

@test "a chapter for each article and its own, the same in every format" {
    write_three
    for format in ogg opus flac mp3 wav; do
        [ "$(narrate -q --join a.md b.txt c.txt -o "all.$format")" = "all.$format" ]
        [ "$(titles "all.$format")" = $'العاصفة\nArticle\n风暴 🌪\nRain comes\nArticle\nHarbour reopens after storm\nArticle\nRepairs begin\nWhat comes next' ]
    done
    [ "$(grep -ac CTOC all.mp3)" -ge 1 ]
    [ "$(grep -ao CTOC all.mp3 | wc -l)" -eq 4 ] # all, and one for each article
    [ "$(grep -ao CHAP all.mp3 | wc -l)" -eq 9 ]
    narrate -q --join -f wav -o - a.md b.txt c.txt | cmp - all.wav
    narrate -q -j1 --join -o one.ogg a.md b.txt c.txt
    cmp <(ffmpeg -v error -i one.ogg -f s16le -) <(ffmpeg -v error -i all.ogg -f s16le -)
}

@test "each opens by site, date and title" {
    write_three
    narrate -q --loudness none --join a.md -o joined.wav
    narrate -q --loudness none a.md -o alone.wav
    [ "$(stat -c %s joined.wav)" -gt $(($(stat -c %s alone.wav) + 30000)) ] # "The Gazette."
    [ "$(ffprobe -v error -show_entries format_tags=album,title -of default=nw=1 joined.wav)" = \
        $'TAG:title=العاصفة\nTAG:album=The Gazette' ]
}

@test "the title of all, and a file made from the same articles is ours" {
    write_three
    narrate -q --join --title 'This week' a.md b.txt -o all.ogg
    [ "$(ffprobe -v error -show_entries stream_tags=title -of default=nw=1:nk=1 all.ogg)" = "This week" ]
    narrate -q --join a.md b.txt -o all.ogg
    run --separate-stderr narrate --join b.txt c.txt -o all.ogg
    fails_with 1 "all.ogg exists and was not made from b.txt + c.txt"
}

@test "one article that can't be read stops all" {
    write_three
    printf '\0\1\2\0' >bad.txt
    run --separate-stderr narrate --join a.md bad.txt -o all.ogg
    fails_with 5 "bad.txt"
    run --separate-stderr narrate --join a.md missing.txt -o all.ogg
    fails_with 1 "missing.txt"
    folder_holds a.md b.txt bad.txt c.txt
}

@test "one recording needs one name" {
    write_three
    mkdir out
    run --separate-stderr narrate --join a.md b.txt
    fails_with 2 "give --output FILE or -"
    run --separate-stderr narrate --join a.md b.txt -o out
    fails_with 2 "give --output FILE or -"
    run --separate-stderr narrate --join a.md b.txt --force -o b.txt -f wav
    fails_with 2 "would replace the article"
}

@test "what happens to a sentence is told with the place in its own article" {
    printf 'Calm\n\nIt was a calm day in the harbour, and all boats were out at sea.\n' >a.txt
    printf 'A calm day.\n\nThen a shy storm came.\n' >shy.txt
    run --separate-stderr narrate --engine=tone-wild --join -o all.wav a.txt shy.txt
    [ "$status" -eq 0 ]
    [ "$stderr" = "narrate: shy.txt:3:1: this sentence is spoken in pieces: the engine crashed (Aborted)" ]
}
