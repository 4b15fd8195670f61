"""Consents to pictures of people."""
