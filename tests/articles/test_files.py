"""Which files are articles."""

import pytest

from factcheck.articles import files, find_articles, read_article
from factcheck.errors import InputError


def test_folders_are_walked_in_order(tmp_path):
    """A folder gives its articles sorted, without hidden files, README and other kinds; a file given twice counts once."""
    for name in ("b.md", "a.txt", "README.md", ".hidden.md", "data.json", "sub/c.markdown", ".git/d.md", "sub/E.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = find_articles([tmp_path, tmp_path / "a.txt", tmp_path / "data.json"])
    assert [str(path.relative_to(tmp_path)) for path in found] == [
        "a.txt",
        "b.md",
        "sub/E.TXT",
        "sub/c.markdown",
        "data.json",
    ]


def test_a_folder_without_articles_is_named(tmp_path):
    """A folder without articles and a missing path raise InputError naming them: checking nothing must not look clean."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=r"empty: holds no articles"):
        find_articles([tmp_path / "empty"])
    with pytest.raises(InputError, match=r"gone\.md: no such file or folder"):
        find_articles([tmp_path / "gone.md"])


@pytest.mark.parametrize("name", ["gone.md", "nul\0.md", "n" * 5000])
def test_a_missing_file_is_one_line(tmp_path, name):
    """A path that does not or cannot exist raises InputError, whatever its name."""
    with pytest.raises(InputError, match="no such file"):
        read_article(tmp_path / name)


def test_a_folder_is_no_article(tmp_path):
    """Reading a folder raises InputError."""
    with pytest.raises(InputError, match="a folder, not a file"):
        read_article(tmp_path)


def test_a_file_over_the_limit_is_refused(tmp_path, monkeypatch):
    """A file over the size limit is refused before it is decoded."""
    monkeypatch.setattr(files, "SIZE_LIMIT", 1024 * 1024)
    (tmp_path / "big.txt").write_bytes(b"a" * (1024 * 1024 + 1))
    with pytest.raises(InputError, match=r"big\.txt: larger than 1 MiB"):
        read_article(tmp_path / "big.txt")
