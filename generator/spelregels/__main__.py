"""Run the command, as `spelregels` or as `python -m spelregels`."""

from spelregels.memory import keeping_everything


def main() -> None:
    """Run the command, when its modules have come in."""
    with keeping_everything():
        from spelregels.cli import main as run

    run(prog_name="spelregels")


if __name__ == "__main__":
    main()
