"""Every error that factcheck raises on purpose; the command line prints its one line and exits with 2.

FactcheckError
├── InputError    a path that cannot be read as an article
├── RuleError     a rule file that is malformed, or contradicts another
├── ConfigError   a configuration file or baseline that is malformed
└── UsageError    options that do not go together
"""


class FactcheckError(Exception):
    """What went wrong, where, what was expected and what to try, in one line."""


class InputError(FactcheckError):
    """A file that is missing, unreadable or not text."""


class RuleError(FactcheckError):
    """A rule file that cannot be used: `rules/metrics/capex.toml:12: trigger.1.words: …`."""


class ConfigError(FactcheckError):
    """A configuration file or baseline that cannot be used."""


class UsageError(FactcheckError):
    """Options or arguments that do not go together."""
