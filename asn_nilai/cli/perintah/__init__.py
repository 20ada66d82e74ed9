"""A command each: parse, call, exit status."""
