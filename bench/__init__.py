"""Programs that measure: accuracy, speed, faults found. Anyone can run them; none is a test."""
