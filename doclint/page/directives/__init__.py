"""What a site's generator reads: `:::note`, `{{< tab >}}`, `<Tabs>`, `!!! note`."""
