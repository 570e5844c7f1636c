"""Pictures of what reports tell: made into rows of bars, drawn in a process of their own, kept by content."""
