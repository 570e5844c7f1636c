"""One table of dialogs for all platforms: each file of this folder is played on each of them.

A platform is a driver (`tests.everywhere.driver`): the real bot, on a real database, in front of a fake
server over HTTP, or of the console. What a platform shows in another way stands in the dialog itself
(`tests.everywhere.script`). `python -m tests.everywhere FILE` fills in the answers.
"""
