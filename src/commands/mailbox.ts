import { Command } from 'commander';
import { readMailbox } from '../features/notifications/carriers/mailbox.carrier';

const SHOWN = 20;

/** `npm run mailbox`: the messages that went to the local mailbox because no SMS gateway or mail server is configured. */
export function mailboxCommand(file: string, print: (line: string) => void): Command {
  return new Command('mailbox')
    .description('Show the latest messages of the local mailbox. / Xem tin nhắn trong hộp thư cục bộ.')
    .option('--to <recipient>', 'only those to this telephone number or e-mail address')
    .option('--count <number>', 'how many', Number, SHOWN)
    .action(async ({ to, count }: { to?: string; count: number }) => {
      const entries = await readMailbox(file, count, to);
      if (entries.length === 0) print('The mailbox is empty. / Hộp thư trống.');
      for (const { at, channel, to: recipient, subject, text } of entries) {
        print(`${at}  ${channel}  ${recipient}  ${channel === 'EMAIL' ? subject : ''}`.trimEnd());
        print(`    ${text.replaceAll('\n', '\n    ')}`);
      }
    });
}
