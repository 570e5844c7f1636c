"""The same target over time: compared by reports and by periods, joined and parted by staff."""
