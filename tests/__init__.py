"""What Pincite promises, in the order of the tree: a folder for each folder of `briefs` and `clinic`."""
