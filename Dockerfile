# One image for web, worker and beat; docker-compose.yml says which is which.
FROM python:3.13-slim-bookworm

ENV PYTHONUNBUFFERED=1 DJANGO_SETTINGS_MODULE=logistics.settings.production
WORKDIR /srv/steward
RUN useradd --system --home /srv/steward steward

COPY requirements/run.txt requirements/run.txt
RUN pip install --no-cache-dir --require-hashes -r requirements/run.txt

COPY package.json package-lock.json ./
COPY ops ops
RUN python -m ops.assets

COPY . .
RUN python -m ops.messages compile \
 && DJANGO_SETTINGS_MODULE=logistics.settings.local python manage.py collectstatic --no-input --verbosity 0 \
 && chown -R steward .data
USER steward
EXPOSE 8000
CMD ["gunicorn", "logistics.wsgi", "--bind", "0.0.0.0:8000", "--workers", "2"]
