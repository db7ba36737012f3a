"""What is found outside: whether addresses still answer, and copies of articles in an archive.

The one room that asks the network, and only when a verb for it is run. What it finds becomes data.
"""
