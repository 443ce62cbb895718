"""Pages checked by workers on other machines: `workers` hands out references, a `host` there looks them up.

What is asked of whoever runs the workers is the interface of `concurrent.futures.Executor`; `dask` is one of them.
"""
