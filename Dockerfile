# doclint with all extras, as a user without rights, beside the git that it asks:
#   docker build -t doclint . && docker run --rm -v "$PWD:/docs:ro" doclint check
FROM python:3.13-slim AS build
COPY . /src
RUN python -m venv /opt/doclint && /opt/doclint/bin/pip install --no-cache-dir "/src[audit,code,locales]"

FROM python:3.13-slim
# safe.directory: the mounted repository belongs to somebody else, and doclint runs nothing that its configuration says
RUN apt-get update && apt-get install --no-install-recommends -y git && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*' && useradd --create-home doclint
COPY --from=build /opt/doclint /opt/doclint
USER doclint
ENV PATH="/opt/doclint/bin:$PATH"
WORKDIR /docs
ENTRYPOINT ["doclint"]
CMD ["check"]
