"""A review of a draft: notes for its writer, decisions, figures; and the file that keeps them."""
