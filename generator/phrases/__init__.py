"""Phrases: the quantities, dates and names that a text in prose states, with exact positions.

Reads several languages from tables of words. Knows nothing of records or of what is true.
"""
