"""Searches on other processes and other machines, by Dask's distributed.

Nothing of it is loaded before somebody asks for a cluster.
"""

from rostering.cluster.refusal import ClusterRefusal

__all__ = ["LOCAL", "ClusterRefusal"]

LOCAL = "local"
"""In place of an address: two processes of this machine."""
