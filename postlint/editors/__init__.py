"""What an editor is shown of a post while it is written: findings in their places, and what can be done about them."""
