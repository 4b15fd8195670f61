"""Looking at a picture: reached inside its folder, opened within limits, its metadata read, known again."""
