"""Other places where the same stories appear: a package each, which gives files and findings and touches neither disk nor network."""
