"""The pages of codes: what each finding means, wrong and right, in `docs/codes`. The sentences themselves are the catalogue's."""
