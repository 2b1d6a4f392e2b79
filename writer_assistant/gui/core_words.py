"""What the core calls things, where the window shows them: marked here for translators.

The core knows no Qt and says them in English; the window shows ``tr`` of them.
"""

from __future__ import annotations

from writer_assistant.gui.language import tr_later

CORE_WORDS = frozenset(
    (
        # Severities and the subkinds of jargon.
        tr_later("strong"),
        tr_later("mild"),
        tr_later("buzzword"),
        tr_later("wordy"),
        tr_later("acronym"),
        tr_later("insider"),
        # What findings are headed by.
        tr_later("About us, not the reader"),
        tr_later("Led by us"),
        tr_later("Leads with a feature"),
        tr_later("Buzzword"),
        tr_later("A plain word does"),
        tr_later("Abbreviation not explained"),
        tr_later("Insiders' word"),
        tr_later("Praise without proof"),
        tr_later("Asks without a reason"),
        # Where and how a text is copied.
        tr_later("LinkedIn"),
        tr_later("X"),
        tr_later("Facebook"),
        tr_later("Instagram"),
        tr_later("E-mail"),
        tr_later("Newsletter"),
        tr_later("Blog"),
        tr_later("Website"),
        tr_later("Any text field"),
        tr_later("Markdown"),
        tr_later("plain text"),
        tr_later("rich text"),
        # What is cleaned in it.
        tr_later("Front matter left out"),
        tr_later("Comments left out"),
        tr_later("Editor’s marks left out"),
        tr_later("Invisible characters removed"),
        tr_later("Control characters removed"),
        tr_later("Odd spaces made ordinary"),
        tr_later("Odd line breaks made ordinary"),
        tr_later("Odd letters and hyphens made ordinary"),
        tr_later("Line ends freed of spaces"),
        tr_later("Gaps of more than two blank lines closed"),
        # What looks otherwise as plain text.
        tr_later("Headings on lines of their own"),
        tr_later("Bold and italics taken off"),
        tr_later("Struck-out words that look like the others now"),
        tr_later("Links written out behind their words"),
        tr_later("Links that lead nowhere from there"),
        tr_later("Items led by •"),
        tr_later("Quotes put in quotation marks"),
        tr_later("Tables written as lines"),
        tr_later("Pictures replaced by their descriptions"),
        # The columns of a folder's sheet, and the figures of a review.
        tr_later("Draft"),
        tr_later("Needs work"),
        tr_later("Words"),
        tr_later("Focus"),
        tr_later("First"),
        tr_later("Last"),
        tr_later("Grade"),
        tr_later("Self-centered"),
        tr_later("Feature first"),
        tr_later("Jargon"),
        tr_later("Empty claim"),
        tr_later("Bare ask"),
        tr_later("Customer first"),
        tr_later("Customer last"),
        tr_later("Reading grade"),
        tr_later("Findings in all"),
        tr_later("yes"),
        tr_later("no"),
    )
)
"""All of them, as the core says them."""
