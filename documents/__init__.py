"""From files to text: each file is opened in a process of its own, so that a bad one harms nothing else.

`opening.Opener` starts that process and holds its limits. All else here runs inside it, and the libraries
that read formats are imported nowhere else; it imports nothing of the other packages.
"""
