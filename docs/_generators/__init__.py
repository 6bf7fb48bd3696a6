"""One module for each generated page, and one for the blocks inside pages that people write."""
