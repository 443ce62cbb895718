"""What is done with a run that was checked in parts."""
