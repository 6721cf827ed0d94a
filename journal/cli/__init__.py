"""The command line: one module for each verb or family of verbs, loaded only when it is called."""
