"""A Dask scheduler and so many workers, each a process: prints the scheduler's address, stays until its input ends."""

from __future__ import annotations

import sys

from distributed import LocalCluster

if __name__ == "__main__":
    count = int(sys.argv[1])
    with LocalCluster(n_workers=count, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
