"""The command line: `juesuan COMMAND`. It knows all packages; none of them knows it."""
