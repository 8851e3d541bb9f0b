"""Country outlines as data, and the program that made them."""
