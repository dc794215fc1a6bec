"""The command line: argument parsing only; the verbs do the work."""
