"""Makes synthetic filings of fictional places, with their truth. Imports no other package here."""
