"""What the rep sees: screens, dialogs and widgets over a journal, drawn with Textual."""
