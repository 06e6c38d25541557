"""The local engine: a pool of processes on this machine."""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

_worker: Callable[[Any], Any] | None = None


def map_batches(
    make: Callable[[Any], Callable[[list[Any]], list[Any]]],
    settings: Any,
    batches: Iterable[list[Any]],
    *,
    workers: int,
    on_crash: Callable[[Any], Any],
) -> Iterator[list[Any]]:
    """Results of `make(settings)(batch)` for each batch, in order, from `workers` processes.

    At most four batches a worker are under way, so memory does not grow with the input. If a process dies, the batches
    it may have held are run again item by item, each in a process of its own; an item that kills its process again
    becomes `on_crash(item)`.
    """
    context = multiprocessing.get_context("spawn")
    waiting: list[tuple[list[Any], Future[list[Any]]]] = []
    source = iter(batches)
    pool = _pool(context, workers, make, settings)
    try:
        while True:
            for batch in source:
                waiting.append((batch, pool.submit(_call, batch)))
                if len(waiting) >= 4 * workers:
                    break
            if not waiting:
                return
            batch, future = waiting.pop(0)
            try:
                yield future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=True, cancel_futures=True)
                pool = _pool(context, workers, make, settings)
                yield _one_by_one(context, make, settings, batch, on_crash)
                waiting = [(other, pool.submit(_call, other)) for other, _ in waiting]
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _one_by_one(context: Any, make: Any, settings: Any, batch: list[Any], on_crash: Callable[[Any], Any]) -> list[Any]:
    results: list[Any] = []
    pool = _pool(context, 1, make, settings)
    for item in batch:
        try:
            results += pool.submit(_call, [item]).result()
        except BrokenProcessPool:
            pool.shutdown(wait=True)
            pool = _pool(context, 1, make, settings)
            results.append(on_crash(item))
    pool.shutdown(wait=True)
    return results


def _pool(context: Any, workers: int, make: Any, settings: Any) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(make, settings))


def _start(make: Callable[[Any], Callable[[list[Any]], list[Any]]], settings: Any) -> None:
    global _worker  # noqa: PLW0603 - one worker a process, made by the pool's initializer
    _worker = make(settings)


def _call(batch: list[Any]) -> list[Any]:
    assert _worker is not None
    return _worker(batch)  # type: ignore[no-any-return]
