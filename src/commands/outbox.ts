import { Command } from 'commander';
import type { OutboxStore } from '../features/notifications/outbox.store';

type Outbox = Pick<OutboxStore, 'givenUp' | 'sendAgain'>;

/** Opens the outbox for the time of `work`. */
export type WithOutbox = (work: (outbox: Outbox) => Promise<void>) => Promise<void>;

const SHOWN = 1_000;

/** `npm run outbox -- list` and `npm run outbox -- retry ID…` or `--all`: messages that no carrier took in time. */
export function outboxCommand(withOutbox: WithOutbox, print: (line: string) => void): Command {
  const command = new Command('outbox').description(
    'List messages that no carrier took, and send them again. / Liệt kê tin chưa gửi được và gửi lại.',
  );
  command
    .command('list')
    .description('List the messages that were given up and can be sent again, oldest first.')
    .action(() =>
      withOutbox(async (outbox) => {
        const letters = await outbox.givenUp(SHOWN);
        if (letters.length === 0) print('No message was given up. / Không có tin nào bị bỏ.');
        for (const { id, channel, attempts, createdAt } of letters) {
          print(`${id}  ${createdAt}  ${channel}  ${attempts} tries / lần thử`);
        }
      }),
    );
  command
    .command('retry')
    .description('Send messages again, those named or all; gateways deliver them within seconds.')
    .argument('[ids...]', 'what `list` shows')
    .option('--all', 'all that were given up')
    .action((ids: string[], { all }: { readonly all?: true }, self: Command) =>
      withOutbox(async (outbox) => {
        if (!all && ids.length === 0) self.error('Name messages, or --all. / Cần mã tin, hoặc --all.', { exitCode: 2 });
        const count = await outbox.sendAgain(all ? 'all' : ids, new Date());
        print(`${count} messages are sent again. / Gửi lại ${count} tin.`);
        if (!all && count < ids.length) {
          self.error('Some are not among those given up. / Có mã không nằm trong các tin bị bỏ.', { exitCode: 1 });
        }
      }),
    );
  return command;
}
