"""What a draft is found to say, and why. No Qt, no files but the resources that are passed in."""
