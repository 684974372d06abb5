# Two images: the portal (web, worker, beat, tables, backup) and the proxy in front of it.
FROM python:3.13-slim-bookworm AS portal

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=logistics.settings.production
WORKDIR /srv/steward
RUN groupadd --gid 10001 steward \
 && useradd --uid 10001 --gid steward --home /srv/steward --shell /usr/sbin/nologin steward

COPY requirements/run.txt requirements/run.txt
RUN pip install --no-cache-dir --require-hashes -r requirements/run.txt

COPY package.json package-lock.json ./
COPY ops ops
RUN python -m ops.assets

COPY . .
# Static files are collected once, here; at run time only the folder of private files is written.
RUN python -m ops.messages compile \
 && DJANGO_SETTINGS_MODULE=logistics.settings.local python manage.py collectstatic --no-input --verbosity 0 \
 && python -m compileall -q campus planning logistics \
 && install -d -o steward -g steward -m 750 .data/files .data/files/.incoming
USER 10001:10001
EXPOSE 8000
CMD ["gunicorn", "--config", "ops/web.py", "logistics.wsgi"]


FROM caddy:2 AS proxy

# It listens above 1024 and needs no right of its own; its folders belong to the portal's user.
RUN setcap -r /usr/bin/caddy \
 && install -d -o 10001 -g 10001 /data /data/caddy /config /srv/private-files
COPY ops/Caddyfile /etc/caddy/Caddyfile
USER 10001:10001
EXPOSE 8080 8443
