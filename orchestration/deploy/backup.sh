#!/bin/sh
# Backs up a warehouse: backup.sh HOME ARCHIVE.tar
#
# Taken are the bytes of every filing with the manifest, the inbox with its filings.csv and
# corrections.csv, the quarantine, the releases with the link, the alerts, and Dagster's own record.
# Left out is what a build makes again: the lake, the builder's database, what dbt compiled.
# A build under way is waited for: the warehouse's lock is held while the copy is made.
set -eu
home=$1 target=$2
cd "$home"
flock --wait 14400 write.lock tar --create --file "$target.part" --exclude='*.part' \
    --exclude=./lake --exclude=./build.duckdb --exclude=./build.duckdb.wal \
    --exclude=./build.checked --exclude=./dbt_target --exclude=./write.lock .
sync "$target.part"
mv "$target.part" "$target"
