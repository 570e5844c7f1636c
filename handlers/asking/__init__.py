"""Questions in plain words: understood by rules over what is stored, answered with what the reports say."""
