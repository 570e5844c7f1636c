"""Zalo Official Account: the OpenAPI v3.0 of a body's own account, with buttons and files.

What stands in the public documents, and what is known from hearsay alone, is marked in the code: "unknown"
is what nobody wrote down, "from memory" what no source was found for.
"""

PLATFORM = "zalo_oa"
