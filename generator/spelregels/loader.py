"""Read the folder of a rulebook."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from spelregels.diagnostics import Fault, Location, Pointer
from spelregels.editions import FOLDER as EDITIONS_FOLDER
from spelregels.editions import read_editions
from spelregels.errors import UserError
from spelregels.loaded import FOLDERS, Loaded
from spelregels.messages import Message, say
from spelregels.models import Glossary, Owners, Request, Rule, Rulebook, Settings
from spelregels.nodes import Scalar, find_node
from spelregels.shape import UNKNOWN_LANGUAGE, M, Shaped, placeholder, shape
from spelregels.source import Source, read_source, require_libyaml, show_path

_FILES: Mapping[Pointer, str] = {
    ("settings",): "rulebook.yaml",
    ("owners",): "owners.yaml",
    ("glossary",): "glossary.yaml",
}
_ALMOST_YAML = re.compile(r"(.+)\.ya?ml(\.txt)?", re.IGNORECASE)
_OPTIONAL = frozenset({"glossary.yaml", "requests"})


def load_rulebook(folder: Path, today: date | None = None) -> Loaded:
    """Read the rulebook in `folder`; whatever is wrong with it is in the result.

    Without `today`, no promise is held against the calendar.

    Raises:
        UserError: the YAML library of this Python cannot give exact places, or the folder
            cannot be read.
    """
    require_libyaml()
    try:
        found = _find_files(folder)
    except OSError as error:
        message = f"'{show_path(folder)}' cannot be read: {error.strerror}"
        raise UserError(message) from None
    sources = {pointer: read_source(file) for pointer, file in found.files.items()}
    editions, faults = read_editions(folder / EDITIONS_FOLDER)
    loaded = _Assembly(folder, sources, found).assemble()
    return replace(
        loaded,
        faults=(*loaded.faults, *faults),
        # What differs from editions that are not sound says nothing of the rulebook.
        faulty=loaded.faulty | {(EDITIONS_FOLDER,)} if faults else loaded.faulty,
        editions=editions,
        today=today,
        place=_find_place(folder.resolve()),
    )


def _find_place(folder: Path) -> str:
    """Return the path of a folder within its repository, or its name where there is none."""
    roots = (root for root in folder.parents if (root / ".git").exists())
    return folder.relative_to(next(roots, folder.parent)).as_posix()


class _Found(NamedTuple):
    """The files of a rulebook, what is wrong with its folders, and which could not be read."""

    files: Mapping[Pointer, Path]
    faults: tuple[Fault, ...]
    unread: frozenset[Pointer] = frozenset()


def _find_files(folder: Path) -> _Found:
    if not folder.is_dir():
        message = say("there is no such folder; a rulebook is a folder with a rulebook.yaml in it")
        return _Found({}, (Fault("missing-file", Location(show_path(folder)), message),))
    files: dict[Pointer, Path] = {}
    faults: list[Fault] = list(_find_misplaced(folder, frozenset(_FILES.values())))
    unread: set[Pointer] = set()
    for pointer, name in _FILES.items():
        if (folder / name).exists() or (folder / name).is_symlink():
            files[pointer] = folder / name
        elif name not in _OPTIONAL:
            faults.append(_missing(folder / name))
    for name in FOLDERS:
        if _is_real_folder(folder / name):
            files.update(_find_entries(folder / name))
            faults.extend(_find_misplaced(folder / name))
        elif name not in _OPTIONAL or (folder / name).exists():
            faults.append(_missing(folder / name))
            unread.add((name,))
    return _Found(files, tuple(faults), frozenset(unread))


def _is_real_folder(folder: Path) -> bool:
    return folder.is_dir() and not folder.is_symlink()


def _missing(path: Path) -> Fault:
    if path.suffix:
        message = say("this file is missing; a rulebook cannot do without it")
    elif path.exists():
        message = say("an ordinary folder belongs here, not a link or a file")
    else:
        message = say("this folder is missing; it holds a file for each rule")
    return Fault("missing-file", Location(show_path(path)), message)


def _by_name(path: Path) -> str:
    return path.name


def _find_entries(folder: Path) -> Iterator[tuple[Pointer, Path]]:
    for file in sorted(folder.iterdir(), key=_by_name):
        if file.suffix == ".yaml" and not file.name.startswith("."):
            yield (folder.name, file.stem), file


def _find_misplaced(folder: Path, known: frozenset[str] | None = None) -> Iterator[Fault]:
    """Yield each file or folder that looks like a part of the rulebook but would not be read.

    At the top of the rulebook only the `known` names are read; below it, any `.yaml`.
    """
    for path in sorted(folder.iterdir(), key=_by_name):
        if path.name.startswith("."):
            continue
        almost = _ALMOST_YAML.fullmatch(path.name)
        if almost and path.suffix != ".yaml":
            message = _rename(almost[1], almost[2])
        elif path.suffix == ".yaml" and known is not None and path.name not in known:
            message = say("no file of this name is read here; a rule belongs in the folder rules")
        elif known is not None and path.name not in FOLDERS and any(path.glob("*.yaml")):
            message = say("no folder of this name is read here; there are rules and requests")
        elif known is None and path.suffix != ".yaml" and path.is_dir():
            message = say(
                "folders are not read here; put the files themselves in the folder above"
            )
        else:
            continue
        yield Fault("misplaced-file", Location(show_path(path)), message)


def _rename(name: str, ending: str | None) -> Message:
    """Return a sentence on the name that a file should have, which has an `ending` too many."""
    right = "-".join(re.findall(r"[a-z0-9]+", name.lower())) or name
    if ending is None:
        return say("only files whose name ends in .yaml are read; name it {name}.yaml", name=right)
    return say(
        "the name of this file ends in {ending}, which Windows may hide (View, File name "
        "extensions); take that off, so that it is {name}.yaml",
        ending=ending,
        name=right,
    )


class _Assembly:
    """Puts the models of all files together into one rulebook, gathering faults on the way."""

    def __init__(self, folder: Path, sources: dict[Pointer, Source], found: _Found) -> None:
        self.folder = folder
        self.sources = sources
        self.faults = [*found.faults]
        self.faults.extend(fault for source in sources.values() for fault in source.faults)
        self.faulty = set(found.unread)
        self.first_language = _find_first_language(sources)

    def assemble(self) -> Loaded:
        """Return the rulebook, with everything that is wrong with the files."""
        rulebook = Rulebook(
            settings=self._model(("settings",), Settings),
            owners=self._model(("owners",), Owners),
            glossary=self._model(("glossary",), Glossary),
            rules=self._models("rules", Rule),
            requests=self._models("requests", Request),
        )
        faulty = frozenset(self.faulty)
        return Loaded(self.folder, rulebook, self.sources, tuple(self.faults), faulty)

    def _models(self, folder: str, model: type[M]) -> dict[str, M]:
        pointers = sorted(pointer for pointer in self.sources if pointer[0] == folder)
        return {str(pointer[1]): self._model(pointer, model) for pointer in pointers}

    def _model(self, pointer: Pointer, model: type[M]) -> M:
        source = self.sources.get(pointer)
        if source is None or source.root is None:
            self.faulty.add(pointer)
            return placeholder(model)
        shaped: Shaped[M] = shape(model, source.root, self.first_language)
        self.faults.extend(shaped.faults)
        self.faulty.update(pointer + inside for inside in shaped.faulty)
        return shaped.model


def _find_first_language(sources: Mapping[Pointer, Source]) -> str:
    """Return the language of texts without one, which the settings themselves may hold."""
    settings = sources.get(("settings",))
    root = settings.root if settings else None
    node = find_node(root, ("languages", 0)) if root else None
    return node.text if isinstance(node, Scalar) else UNKNOWN_LANGUAGE
