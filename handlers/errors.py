"""What a person can get wrong; each is answered with its sentence.

* Mistake
"""

from __future__ import annotations


class Mistake(Exception):  # noqa: N818 a mistake is answered, not logged
    """Something a person can mend; `key` and `values` are its sentence in `handlers.texts`.

    Staff, who can mend more, may be told another sentence.
    """

    def __init__(self, key: str, *, to_staff: str | None = None, **values: object):
        super().__init__(key)
        self.key = key
        self.to_staff = to_staff or key
        self.values = values
