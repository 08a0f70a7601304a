"""Run the command, as `spelregels` or as `python -m spelregels`."""

import gc


def main() -> None:
    """Run the command; while its modules come in, Python does not look for waste among them."""
    gc.disable()
    from spelregels.cli import main as run

    gc.freeze()
    gc.enable()
    run(prog_name="spelregels")


if __name__ == "__main__":
    main()
