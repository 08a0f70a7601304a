"""Turn a YAML rulebook into a public website, and refuse rules that do not justify themselves."""

__version__ = "0.1.0"
