// A mail server that is real and keeps what it is given, and a program that sends to it.

import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { once } from "node:events";

import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

import { dataFolder, options, PROGRAM, run } from "../../program.mjs";

/** A mail as its reader's program takes it apart. */
export interface Mail {
  messageId: string;
  subject: string;
  from: { text: string };
  to: { text: string };
  text: string;
  html: string;
  attachments: { filename: string; contentType: string; content: Buffer }[];
}

/** Addresses at which the mail server stumbles. */
export const STUMBLES = {
  /** Refused for now the first time, as by a server that lets strangers wait. */
  later: "senere@example.dk",
  /** Taken the first time, and the line is cut before that is said. */
  cut: "afbrudt@example.dk",
  /** There is no such mailbox. */
  unknown: "findes-ikke@example.dk",
};

/** A mail server that can be taken away and put back. */
export class MailServer {
  readonly mails: Mail[] = [];
  /** How often each address was asked for. */
  readonly asked = new Map<string, number>();
  private server?: SMTPServer;

  constructor(readonly port: number) {}

  async start(): Promise<void> {
    this.server = new SMTPServer({
      disabledCommands: ["AUTH", "STARTTLS"],
      logger: false,
      onRcptTo: ({ address }, _session, answer) => {
        const times = (this.asked.get(address) ?? 0) + 1;
        this.asked.set(address, times);
        if (address === STUMBLES.unknown) answer(refusal(550, "no such mailbox"));
        else if (address === STUMBLES.later && times === 1) answer(refusal(450, "try again later"));
        else answer();
      },
      onData: (stream, session, answer) => {
        simpleParser(stream).then((mail: unknown) => {
          this.mails.push(mail as Mail);
          if (this.asked.get(STUMBLES.cut) === 1 && this.to(STUMBLES.cut).length === 1) this.cut(session.id);
          else answer();
        }, answer);
      },
    });
    this.server.listen(this.port, "127.0.0.1");
    await once(this.server.server, "listening");
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) await new Promise<void>((stopped) => server.close(() => stopped()));
  }

  /** Cuts the line of a session without a word. */
  private cut(session: string): void {
    for (const connection of this.server!.connections) {
      if (connection.id === session) connection._socket.destroy();
    }
  }

  /** The mails to an address. */
  to(address: string): Mail[] {
    return this.mails.filter((mail) => mail.to.text === address);
  }
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

/** The program on a port and a fresh database, with mail going to a port. */
export async function serveWithMail(port: number, mailPort: number): Promise<ChildProcess> {
  rmSync(dataFolder(port), { recursive: true, force: true });
  mkdirSync(dataFolder(port));
  run(port, ["demo", "load"]);
  const { env, ...rest } = options(port);
  const program = spawn(PROGRAM, ["serve", "--addr", `127.0.0.1:${port}`], {
    ...rest,
    env: { ...env, STARTLINJE_SMTP_URL: `smtp://127.0.0.1:${mailPort}`, STARTLINJE_MAIL_FROM: "Fjordby <post@fjordby.example>" },
    stdio: "inherit",
  });
  for (let tries = 0; tries < 100; tries += 1) {
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (ready?.ok) return program;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`the program on port ${port} does not answer`);
}

/** Ends a program and removes what it kept. */
export async function end(program: ChildProcess, port: number): Promise<void> {
  program.kill("SIGTERM");
  await once(program, "exit");
  rmSync(dataFolder(port), { recursive: true, force: true });
}
