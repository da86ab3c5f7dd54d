"""What two reports, mostly of two periods, say differently."""
