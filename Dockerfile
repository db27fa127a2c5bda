# The portal of a real installation: one image for web, worker, beat, stand-in and migrate.

FROM python:3.13-slim-bookworm AS parts
COPY requirements/portal.txt /tmp/portal.txt
RUN python -m venv /opt/parts \
    && /opt/parts/bin/pip install --no-cache-dir --no-deps --require-hashes -r /tmp/portal.txt

FROM python:3.13-slim-bookworm
# The Thai face in which PDF is set; without it the portal still makes Word files.
RUN apt-get update -q \
    && apt-get install -q -y --no-install-recommends fonts-thai-tlwg \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin portal
COPY --from=parts /opt/parts /opt/parts
ENV PATH=/opt/parts/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=portal.settings \
    STATIC_ROOT=/srv/static \
    FILES_ROOT=/srv/files
WORKDIR /srv/portal
COPY . .

# Made once, for every container of this image. The settings are strict, so this
# step names made-up ones; none of them stays in the image.
RUN python -m compileall -q . \
    && export SECRET_KEY=$(python -c 'import secrets; print(secrets.token_urlsafe(64))') \
        ALLOWED_HOSTS=build.example DATABASE_URL=postgresql://build@build.example/build \
        REDIS_URL=redis://build.example EMAIL_URL=smtp://build.example \
        DEFAULT_FROM_EMAIL=build@build.example \
        PORTAL_ADDRESS=https://build.example \
    && python manage.py compile_catalogues \
    && python manage.py collectstatic --noinput --verbosity=0

# Where uploads stand: a new volume takes its owner from here.
RUN install -d -o portal -g portal -m 700 /srv/files

USER portal
EXPOSE 8000
CMD ["gunicorn", "--bind=0.0.0.0:8000", "portal.wsgi"]
