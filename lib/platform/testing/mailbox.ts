import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerAddress } from "smtp-server";

/** What the server says to a recipient instead of taking the letter: a code, and words where they matter. */
export type Refusals = Map<string, number | string>;

type Mailbox = {
  port: number;
  refusals: Refusals;
  /** Addresses whose letters are kept, and yet answered with this code. */
  doubts: Map<string, number>;
  stop: () => Promise<void>;
};

/** A mail server on loopback that keeps every letter as a file; addresses in `refusals` get that error. */
export async function startMailbox(directory: string, port = 0): Promise<Mailbox> {
  mkdirSync(directory, { recursive: true });
  const refusals: Refusals = new Map();
  const doubts = new Map<string, number>();
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: ({ address }: SMTPServerAddress, _, answer) => {
      const refusal = refusals.get(address);
      if (refusal === undefined) return answer(null);
      const [, code, words] = /^(\d+) ?(.*)$/.exec(String(refusal)) ?? [];
      answer(Object.assign(new Error(words || "refused"), { responseCode: Number(code) }));
    },
    onData: (stream, session, answer) => {
      // A sender may die in the middle of a letter, which then is none.
      buffer(stream).then((letter) => {
        const [to] = session.envelope.rcptTo;
        count += 1;
        const name = `${String(count).padStart(6, "0")} ${to?.address ?? "nobody"}.eml`;
        writeFileSync(join(directory, name), letter);
        const responseCode = doubts.get(to?.address ?? "");
        answer(responseCode ? Object.assign(new Error("lost"), { responseCode }) : null);
      }, answer);
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  // Of a sender that was killed nothing more is heard.
  server.on("error", () => {});
  const bound = server.server.address();
  if (bound === null || typeof bound === "string") throw new Error("the mail server has no port");
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { port: bound.port, refusals, doubts, stop };
}

/** The letters to one address, oldest first. */
export const readLetters = (directory: string, address: string): Promise<ParsedMail[]> =>
  Promise.all(readBytes(directory, address).map((bytes) => simpleParser(bytes)));

/** The same as they came. */
export const readBytes = (directory: string, address: string): Buffer[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith(` ${address}.eml`))
    .toSorted()
    .map((name) => readFileSync(join(directory, name)));
