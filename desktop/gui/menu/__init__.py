"""What the menus do: a function an entry, a module a menu, all named in the table `actions`."""
