"""The table of what can be done, a module for each menu: its rows and how they stand in it."""
