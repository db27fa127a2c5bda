"""A mail server that accepts everything and remembers which letters it was given."""

from email import message_from_bytes
from socketserver import StreamRequestHandler, ThreadingTCPServer


class MailServer(ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Conversation)
        self.letters = []

    def handle_error(self, request, client_address):
        """A worker killed in the middle of a word is no trouble of the mail server's."""


class Conversation(StreamRequestHandler):
    def handle(self):
        self.say("220 ready")
        for line in self.rfile:
            match line.split()[0].upper():
                case b"DATA":
                    self.say("354 go on")
                    self.server.letters.append(self.message_id())
                    self.say("250 taken")
                case b"QUIT":
                    self.say("221 bye")
                    return
                case _:
                    self.say("250 ok")

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def message_id(self):
        lines = iter(self.rfile.readline, b".\r\n")
        return message_from_bytes(b"".join(lines))["Message-ID"]
