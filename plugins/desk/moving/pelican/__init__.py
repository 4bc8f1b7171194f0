"""The content folder of a stock Pelican site in; what it holds, as moving takes it, out."""
