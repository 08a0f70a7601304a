"""Turn a YAML rulebook into a public website, and refuse rules that do not justify themselves."""

import os

# What else is installed has no say in what a rulebook is; and to look for it takes a while.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")

__version__ = "0.1.0"
