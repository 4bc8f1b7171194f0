"""A bucket of an S3-compatible store: its keys listed, objects put, copied, got and removed; every
failure one of a few kinds, without what the store said, for that may name a key."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError
from botocore.handlers import add_retry_headers

from publishing.hosts import Failed, Options, number_option, text_option

T = TypeVar("T")
_CODES = {
    "InvalidAccessKeyId": "s3.key",
    "SignatureDoesNotMatch": "s3.key",
    "AccessDenied": "s3.denied",
    "AllAccessDisabled": "s3.denied",
    "403": "s3.denied",
    "NoSuchBucket": "s3.bucket",
    "RequestTimeTooSkewed": "s3.clock",
    "RequestExpired": "s3.clock",
    "QuotaExceeded": "s3.full",
    "TotalQuotaExceeded": "s3.full",
    "XMinioStorageFull": "s3.full",
    "InsufficientStorage": "s3.full",
    "507": "s3.full",
    "RequestTimeout": "s3.cut",
    "SlowDown": "s3.slow",
    "503": "s3.slow",
    "429": "s3.slow",
    "TooManyRequests": "s3.slow",
    **dict.fromkeys(("500", "502", "504", "InternalError"), "s3.trouble"),
}
"""What stores call a failure, and what we do (Amazon S3, "Error responses"; MinIO; Ceph)."""
_MISSING = ("404", "NoSuchKey", "NotFound")
_THERE = ("412", "PreconditionFailed", "409", "ConditionalRequestConflict")
_UNKNOWN = ("501", "NotImplemented")


@dataclass(frozen=True, slots=True)
class Stored:
    """One object, as a listing tells it."""

    key: str
    etag: str
    """Of an object put in one piece without the store's own encryption: MD5 of its bytes."""
    size: int


@dataclass(frozen=True, slots=True)
class Looked:
    """One object, as the store tells it alone; of none, without a tag."""

    tag: str = ""
    size: int = 0
    age: float = 0
    """Seconds since it was put, by the store's own clock."""
    digest: str = ""
    """The one that it was put with."""


class Bucket:
    """A bucket. Options: `bucket`, `endpoint` (address of a store that is not Amazon's), `region`,
    `prefix` (a folder in it), `workers` (how many at once, 16), `attempts` (5). The keys stand in
    the environment alone: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN."""

    def __init__(self, options: Options) -> None:
        self.name = text_option(options, "bucket")
        prefix = text_option(options, "prefix").strip("/")
        self.prefix = f"{prefix}/" if prefix else ""
        self.workers = number_option(options, "workers", 16)
        key, secret = (
            os.environ.get(name) for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
        )
        if not self.name:
            raise Failed("s3.no_bucket")
        if not key or not secret:
            raise Failed("s3.no_key")
        attempts = number_option(options, "attempts", 5)
        config = Config(
            user_agent="newsroom",  # the client's own tells this machine, 150 bytes a request
            max_pool_connections=self.workers,
            connect_timeout=10,
            read_timeout=60,
            retries={
                "mode": "standard",
                "total_max_attempts": attempts,
            },
            # Stores other than Amazon's refuse the checksums that newer clients add unasked.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
            s3={"addressing_style": "path" if options.get("endpoint") else "auto"},
        )
        self.client: Any = boto3.session.Session(
            aws_access_key_id=key,
            aws_secret_access_key=secret,
            aws_session_token=os.environ.get("AWS_SESSION_TOKEN") or None,
            region_name=text_option(options, "region") or "us-east-1",
        ).client("s3", endpoint_url=text_option(options, "endpoint") or None, config=config)
        # They count attempts for Amazon's own statistics, 100 bytes a request.
        self.client.meta.events.unregister("request-created", add_retry_headers)
        self.client.meta.events.register("request-created", _slim)

    def listed(self, folder: str = "") -> dict[str, Stored]:
        """Every object below the folder, by its key below the prefix."""
        found: dict[str, Stored] = {}
        with told():
            pages = self.client.get_paginator("list_objects_v2").paginate(
                Bucket=self.name, Prefix=f"{self.prefix}{folder}"
            )
            for page in pages:
                for each in page.get("Contents", ()):
                    key = each["Key"].removeprefix(self.prefix)
                    found[key] = Stored(key, each["ETag"].strip('"'), each["Size"])
        return found

    def put(
        self,
        key: str,
        data: bytes,
        headers: Mapping[str, str],
        digest: str = "",
        *,
        new: bool = False,
    ) -> str | None:
        """Put an object whole; `digest` is kept with it. The store's tag of what it holds now; of
        one that must be `new`, None where there was one already."""
        more: dict[str, Any] = {"Metadata": {"sha256": digest}} if digest else {}
        more |= {"IfNoneMatch": "*"} if new else {}
        with told():
            try:
                answer = self.client.put_object(
                    Bucket=self.name, Key=self.prefix + key, Body=data, **headers, **more
                )
            except ClientError as error:
                code = _code(error)
                if new and code in _THERE:
                    return None
                if new and code in _UNKNOWN:
                    return self.put(key, data, headers, digest)
                raise
        return _tag(answer)

    def copy(self, source: str, target: str) -> str:
        """Copy an object inside the store, with its type, lifetime and digest. The store's tag of
        the copy."""
        with told():
            answer = self.client.copy_object(
                Bucket=self.name,
                Key=self.prefix + target,
                CopySource={"Bucket": self.name, "Key": self.prefix + source},
            )
        return _tag(answer.get("CopyObjectResult", {}))

    def get(self, key: str) -> bytes | None:
        """An object's bytes; None where there is none."""
        try:
            with told():
                data: bytes = self.client.get_object(Bucket=self.name, Key=self.prefix + key)[
                    "Body"
                ].read()
                return data
        except Absent:
            return None

    def look(self, key: str) -> Looked:
        """What the store tells of one object."""
        try:
            with told():
                head = self.client.head_object(Bucket=self.name, Key=self.prefix + key)
        except Absent:
            return Looked()
        now = parsedate_to_datetime(head["ResponseMetadata"]["HTTPHeaders"]["date"])
        return Looked(
            tag=_tag(head),
            size=head["ContentLength"],
            age=(now - head["LastModified"]).total_seconds(),
            digest=str(head.get("Metadata", {}).get("sha256", "")),
        )

    def remove(self, keys: Iterable[str]) -> None:
        """Remove objects, one request each: not every store knows the request for many."""

        def one(key: str) -> None:
            with told():
                self.client.delete_object(Bucket=self.name, Key=self.prefix + key)

        self.all(one, keys)

    def all(self, do: Callable[[str], T], keys: Iterable[str]) -> list[T]:
        """Do it with every key, some at once; the first failure stops what has not begun."""
        with ThreadPoolExecutor(self.workers) as pool:
            waiting = [pool.submit(do, key) for key in keys]
            try:
                return [each.result() for each in waiting]
            except BaseException:
                for each in waiting:
                    each.cancel()
                raise


class Absent(Exception):
    """There is no such object."""


@contextmanager
def told() -> Iterator[None]:
    """A failure of the client as one of ours."""
    try:
        yield
    except ClientError as error:
        code = _code(error)
        if code in _MISSING:
            raise Absent from None
        raise Failed(_CODES.get(code, "s3.refused"), code=code[:40]) from None
    except NoCredentialsError:
        raise Failed("s3.no_key") from None
    except BotoCoreError as error:
        raise Failed("s3.cut", error=type(error).__name__) from None


def _slim(request: Any, **_: object) -> None:
    """Say less with each request: no version of the client, and no question whether a body may
    come, which costs a round trip."""
    request.headers["User-Agent"] = "newsroom"
    del request.headers["Expect"]


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))


def _tag(answer: Mapping[str, Any]) -> str:
    return str(answer.get("ETag", "")).strip('"')
