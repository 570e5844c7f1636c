"""Every sentence that the bot says, by subject, in Vietnamese and in English."""
