"""What is checked of each clause of a policy, and what was found under it: for those who answer for the policy."""
