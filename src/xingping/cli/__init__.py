"""The command line: one file a command; nothing here is loaded before it is needed."""
