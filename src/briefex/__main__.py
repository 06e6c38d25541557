"""`python -m briefex` is the command line."""

from briefex.cli import main

if __name__ == "__main__":
    main()
