"""``postlint serve``: the engine behind HTTP on one's own machine, for a browser extension and a page of its own."""
