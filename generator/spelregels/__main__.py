"""Run the command as `python -m spelregels`."""

from spelregels.cli import main

if __name__ == "__main__":
    main(prog_name="spelregels")
