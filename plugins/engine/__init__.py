"""How the site is made: what changed on disk, what is kept between builds, and the adapter to Pelican."""
