"""The engine behind native messaging: a browser starts it and speaks to it over standard input and output."""
