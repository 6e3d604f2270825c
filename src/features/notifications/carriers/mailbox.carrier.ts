import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Carrier, OutgoingMessage } from '../message';

/** A message in the mailbox. */
export interface MailboxEntry extends OutgoingMessage {
  /** ISO 8601 instant, UTC. */
  readonly at: string;
}

/** Stands in for the carriers on a developer's machine: a file with one message a line, for its owner only. */
export class MailboxCarrier implements Carrier {
  constructor(private readonly file: string) {}

  async send(message: OutgoingMessage): Promise<void> {
    const entry: MailboxEntry = { at: new Date().toISOString(), ...message };
    await mkdir(dirname(this.file), { recursive: true });
    await appendFile(this.file, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
  }

  close(): void {
    // The file is opened for each message anew.
  }
}

/** The last `count` messages of the mailbox, oldest first; of one recipient if `to` is given. */
export async function readMailbox(file: string, count: number, to?: string): Promise<MailboxEntry[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const entries = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as MailboxEntry);
  return entries.filter((entry) => to === undefined || entry.to === to).slice(-count);
}
