"""Print a dialog's file with the answers it gets now on every platform: `python -m tests.everywhere FILE`.

To add a dialog write down who says what, let this fill in the answers, and read them: what is not certain
becomes "…". Answers that are still right stay as they are, with their "…".
"""

import asyncio
import sys
from pathlib import Path

from tests.everywhere.filling import filled_in

if __name__ == "__main__":
    sys.stdout.write(asyncio.run(filled_in(Path(sys.argv[1]))))
