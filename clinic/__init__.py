"""The project around the app: settings from the environment, addresses, the database to run on."""
