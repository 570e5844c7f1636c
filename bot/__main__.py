"""`python -m bot` is `sohop`."""

import sys

from bot.cli import main

sys.exit(main())
