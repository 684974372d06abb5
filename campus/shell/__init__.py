"""The look and the words of every page: icons, days as the school writes them, components."""
