"""Only what differs in public, and where the public gets the site from."""

from pelicanconf import *  # noqa: F403 - the settings of the site, all of them

OUTPUT_PATH = "public"

# Where the page of `invoke admin` finds the repository: docs/huong-dan/bien-tap-….md. It goes out
# with the site, at /admin/, only with PUBLISH_ADMIN = True; SECURITY.md says what is safer.
ADMIN: dict[str, object] = {}

# Named targets, for `invoke publish --to NAME`. Keys and passwords never stand here: an ssh key is
# a file outside the checkout, an object store's keys come from the environment
# (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY). Every option: docs/publishing.md.
PUBLISH_TARGETS: dict[str, dict[str, object]] = {
    # GitHub Pages, GitLab Pages, Cloudflare, Netlify: a folder that CI hands over.
    "pages": {"kind": "folder", "path": "public", "compare_with_live": True},
    # A small server with nginx (deploy/nginx.conf):
    # "may-chu": {"kind": "ssh", "host": "xuatban@thidua.example.vn", "path": "/",
    #             "key": "~/.ssh/xuatban", "known_hosts": "deploy/known_hosts"},
    # An S3-compatible store behind a CDN:
    # "kho": {"kind": "s3", "bucket": "thidua", "endpoint": "https://s3.example.vn"},
}
