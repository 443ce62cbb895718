"""What has changed since a revision."""
