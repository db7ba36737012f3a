"""Timings, by one command: `make bench`. They are read by people and asserted by no test."""
