"""What facts of several documents have to do with each other, kept in derived graphs.

Each document marks the *buckets* that it touches: countries, and names of organizations. A bucket is worked out again from all
documents that speak of it, and from nothing else, so that the result equals that of a build from nothing.
"""
