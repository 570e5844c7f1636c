"""What the bot answers, on any platform."""
