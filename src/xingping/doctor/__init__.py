"""Proofs about a policy before anyone is judged by it: what is unclear, impossible, or decides nothing."""
