"""What leaves the program: reports, cleaned text, the clipboard's formats."""
