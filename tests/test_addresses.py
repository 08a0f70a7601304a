from pathlib import Path

import pytest

from rulebooks import write_file
from spelregels.addresses import find_site_url, help_url

ADDRESS = "https://rules.example/shop/"


@pytest.mark.parametrize(
    "text",
    [
        "site_url: https://rules.example/shop/\n",
        "site_url: https://rules.example/shop\n",
        "site_name: Shop\nsite_url: 'https://rules.example/shop/'\ntheme: {name: material}\n",
        'site_url: "https://rules.example/shop" # where it stands\r\nsite_name: Shop\r\n',
        "\ufeffsite_url: https://rules.example/shop/",
        "emoji: !!python/name:material.extensions.emoji.twemoji\nsite_url: https://rules.example/shop/\n",
        "site_url: https://elsewhere.example/\nsite_url: https://rules.example/shop/\n",
        "site_url: https://rules.example/shop/\nnav: [broken\n",
    ],
)
def test_address_of_the_site_is_read_from_its_line(tmp_path: Path, text: str) -> None:
    write_file(tmp_path / "mkdocs.yml", text)
    assert find_site_url(tmp_path / "rulebook") == ADDRESS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "site_name: Shop\n",
        "site_url:\n",
        "site_url: ''\n",
        "site_url: [https://rules.example/]\n",
        "site_url: !ENV SITE_URL\n",
        "site_url: >-\n  https://rules.example/\n",
        "site_url: rules.example\n",
        "site_url: /shop/\n",
        "site_url: javascript:alert(1)\n",
        "site_url: https://rules.example/)[x](https://evil.example/\n",
        "site_url: https://rules.example/a b\n",
        "site_url: 'https://rules.example/\n",
        "extra:\n  site_url: https://rules.example/\n",
        "# site_url: https://rules.example/\n",
    ],
)
def test_what_is_no_address_is_none(tmp_path: Path, text: str) -> None:
    write_file(tmp_path / "mkdocs.yml", text)
    assert find_site_url(tmp_path / "rulebook") is None


def test_project_without_a_configuration_has_no_address(tmp_path: Path) -> None:
    assert find_site_url(tmp_path / "rulebook") is None
    (tmp_path / "mkdocs.yml").mkdir()
    assert find_site_url(tmp_path / "rulebook") is None


def test_configuration_that_is_no_text_has_no_address(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(b"site_url: https://rules.example/\xff\n")
    assert find_site_url(tmp_path / "rulebook") is None


def test_configuration_stands_beside_the_rulebook_wherever_the_command_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_file(tmp_path / "mkdocs.yml", f"site_url: {ADDRESS}\n")
    (tmp_path / "rulebook").mkdir()
    monkeypatch.chdir(tmp_path / "rulebook")
    assert find_site_url(Path()) == ADDRESS


def test_every_check_has_a_page_in_each_language() -> None:
    assert help_url(ADDRESS, "nl", "SR306") == "https://rules.example/shop/checks/nl/SR306/"
