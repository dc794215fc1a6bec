"""The weaver's way into templates."""
