"""``python -m writer_assistant`` is the program itself."""

import sys

from writer_assistant.cli import main

if __name__ == "__main__":
    sys.exit(main())
