"""The newsroom's own tables: each rule finds its example, and keeps silent where it must."""
