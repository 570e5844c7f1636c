"""The edges: settings, wiring, the command line, and one module for each platform."""

__version__ = "0.1.0"
