"""What Pincite costs, side by side in one run: `make bench`. Never a test: machines are noisy."""
