"""A certificate for 127.0.0.1 that only the tests trust; it guards nothing, so its key may be read by all."""

from __future__ import annotations

import ssl
import tempfile
from pathlib import Path

CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBvDCCAWOgAwIBAgIUUnvoZ+L6oYtDonJjaksTJx9OTwwwCgYIKoZIzj0EAwIw
JTEjMCEGA1UEAwwaZmFrZSBUZWxlZ3JhbSBvZiB0aGUgdGVzdHMwIBcNMjYxMTI1
MTM1ODE5WhgPMjEyNjExMDExMzU4MTlaMCUxIzAhBgNVBAMMGmZha2UgVGVsZWdy
YW0gb2YgdGhlIHRlc3RzMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEO0JO9w7X
uvSAKOGf19LC2OdcIuPIX982FD9WswiyT/YD9RgPf96+jgSmg1WTDYlSPAQe/xgd
JHUMojr1osrn3aNvMG0wHQYDVR0OBBYEFCj9t0CEHxP05yAHWMy7V8t+P/wQMB8G
A1UdIwQYMBaAFCj9t0CEHxP05yAHWMy7V8t+P/wQMBoGA1UdEQQTMBGHBH8AAAGC
CWxvY2FsaG9zdDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIDFB
lgrANH7LTBpoY/blADHNglX2j1TahLG38WjtOyvJAiAtdivr4k0F/l8pj4aWdkIe
vUjJxtrBEapvXah1w97mZg==
-----END CERTIFICATE-----
"""
KEY = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgZ2SjOZGOwOix3uWN
pceoMRnPsp9FE+IxLxjc2qYqWryhRANCAAQ7Qk73Dte69IAo4Z/X0sLY51wi48hf
3zYUP1azCLJP9gP1GA9/3r6OBKaDVZMNiVI8BB7/GB0kdQyiOvWiyufd
-----END PRIVATE KEY-----
"""


def server_context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fake-telegram.pem"
        path.write_text(CERTIFICATE + KEY, encoding="ascii")
        context.load_cert_chain(path)
    return context


def client_context() -> ssl.SSLContext:
    """For a client that is to trust the fake server."""
    return ssl.create_default_context(cadata=CERTIFICATE)
