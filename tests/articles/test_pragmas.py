"""Comments that silence checks."""

import pytest

from factcheck.articles import article_from_text


@pytest.mark.parametrize(
    ("text", "line", "checks", "reason"),
    [
        ('升3%。<!-- factcheck: ignore[FC101] reason="known" -->\n跌2%。\n', 1, ("FC101",), "known"),
        ("升3%。\n\n<!-- factcheck: ignore[FC101, fc205] -->\n\n跌2%。\n", 5, ("FC101", "FC205"), None),
        ("<!-- factcheck: ignore[FC101] -->\n<!-- factcheck: ignore[FC205] -->\n跌2%。\n", 3, ("FC101",), None),
        ("升3%。\n<!-- factcheck: ignore[FC101] -->", 2, ("FC101",), None),
    ],
)
def test_a_pragma_silences_its_line_or_the_next(text, line, checks, reason):
    """Beside prose a pragma silences its own line, alone the next line of prose."""
    pragma = article_from_text(text).pragmas[0]
    assert (pragma.line, pragma.checks, pragma.reason, pragma.problem) == (line, checks, reason, None)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("ignore", "cannot be read"),
        ("ignore[]", "names no check"),
        ("ignore[FC1]", "'FC1' is no check id"),
        ("skip[FC101]", "cannot be read"),
    ],
)
def test_a_malformed_pragma_has_a_problem(body, problem):
    """A pragma without ids silences nothing and says why."""
    pragma = article_from_text(f"升3%。<!-- factcheck: {body} -->").pragmas[0]
    assert pragma.checks == ()
    assert pragma.problem is not None
    assert pragma.problem.startswith(problem)


def test_other_comments_are_no_pragmas():
    """A comment that is not addressed to factcheck is no pragma."""
    assert article_from_text("升3%。<!-- ask the desk: ignore[FC101] -->").pragmas == ()
