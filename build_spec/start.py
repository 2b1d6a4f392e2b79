"""Where a frozen program starts."""

import sys

from writer_assistant.cli import main

sys.exit(main())
