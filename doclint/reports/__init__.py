"""Findings -> text: one reporter a module."""
