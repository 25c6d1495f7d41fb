#!/bin/sh
# Restores a backup into a new, empty home: restore.sh ARCHIVE.tar HOME
#
# Readers have the release at once. The next build makes the rest again from the archive, and
# publishes nothing new where the code is the same.
set -eu
archive=$1 home=$2
mkdir -p "$home"
if [ -n "$(ls -A "$home")" ]; then
    echo "restore: $home is not empty" >&2
    exit 2
fi
tar --extract --preserve-permissions --file "$archive" --directory "$home"
