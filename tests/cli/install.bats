# What `cmake --install` puts in place works there, and tells others how to link.
load helper

@test "an installation narrates, wherever it is moved" {
    cmake --install "$BUILD_DIR" --prefix "$PWD/first" >/dev/null
    mv first second
    write_article a.txt
    [ "$(second/bin/narrate -q a.txt)" = a.ogg ]
    [ "$(second/bin/narrate voices)" = "$(narrate voices)" ]
    narrate -q -o built.ogg a.txt
    cmp a.ogg built.ogg
}

@test "a program can be linked with the library, as pkg-config says" {
    cmake --install "$BUILD_DIR" --prefix "$PWD/installed" >/dev/null
    pc=$(find installed -name narrator.pc)
    if nm -D "$(find installed -name libnarrator.so)" | grep -q __asan; then
        skip "a sanitized library wants a sanitized program"
    fi
    cat >host.c <<'SOURCE'
#include <narrator/show.h>
#include <stdio.h>
int main(void)
{
    puts(nr_view_at(0)->name);
    return 0;
}
SOURCE
    # shellcheck disable=SC2046 # a list of words
    gcc -std=c11 -o host host.c $(PKG_CONFIG_PATH=$(dirname "$pc") pkg-config --define-prefix --cflags --libs narrator)
    [ "$(LD_LIBRARY_PATH=$(dirname "$(dirname "$pc")") ./host)" = blocks ]
}
