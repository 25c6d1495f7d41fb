"""`python -m juesuan` is the same as `juesuan`."""

from juesuan.cli import main

main()
