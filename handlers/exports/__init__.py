"""Files that stored reports are given out as, one module a format: reports in, bytes out, nothing else."""
