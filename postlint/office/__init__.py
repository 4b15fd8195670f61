"""Office documents as they are stored: a ZIP archive of XML parts, opened so that a hostile one costs nothing."""
