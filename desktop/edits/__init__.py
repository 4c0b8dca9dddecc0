"""What a user can do to a document: one function for each entry of the Undo menu."""
