"""Evidence: what a figure rests on. Chains and origins; what the words say is to be compared here."""
