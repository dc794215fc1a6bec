"""The verbs: what people do with the nouns. One file and one transaction each."""
