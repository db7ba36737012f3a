"""Evidence: what a figure rests on. Chains and origins; comparing values with words goes here."""
