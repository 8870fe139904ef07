"""A mail server for tests: keeps what it takes as files, and fails on command.

usage: smtp.py FOLDER [--defer N] [--refuse ADDRESS] [--certificate PEM --key PEM]

Prints its port. The first N mails are answered 451.
"""

import argparse
import asyncio
import pathlib
import ssl

from aiosmtpd.smtp import SMTP


class Keep:
    def __init__(self, settings):
        self.settings = settings
        self.deferred = 0
        self.kept = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address == self.settings.refuse:
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.deferred < self.settings.defer:
            self.deferred += 1
            return "451 4.7.1 try again later"
        self.kept += 1
        name = f"{self.kept:04}{'-tls' if session.ssl else ''}.eml"
        (pathlib.Path(self.settings.folder) / name).write_bytes(envelope.content)
        return "250 OK"


async def serve(settings):
    context = None
    if settings.certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(settings.certificate, settings.key)
    keep = Keep(settings)
    loop = asyncio.get_running_loop()
    # Without a certificate the server does not offer STARTTLS.
    server = await loop.create_server(lambda: SMTP(keep, tls_context=context, loop=loop), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


parser = argparse.ArgumentParser()
parser.add_argument("folder")
parser.add_argument("--defer", type=int, default=0)
parser.add_argument("--refuse", default="")
parser.add_argument("--certificate")
parser.add_argument("--key")
asyncio.run(serve(parser.parse_args()))
