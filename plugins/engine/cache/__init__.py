"""What is kept between builds, and how it is stored."""
