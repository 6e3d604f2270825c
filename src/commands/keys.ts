import { Command } from 'commander';

/** Turns to a new key and calls back as it goes on. */
export type KeyRotation = (progress: () => void) => Promise<void>;

/** `npm run keys -- rotate`: a new key for personal identifiers, while the service goes on. */
export function keysCommand(rotate: KeyRotation, print: (line: string) => void): Command {
  const command = new Command('keys').description(
    'The keys that seal personal identifiers. / Khoá mã hoá thông tin cá nhân.',
  );
  command
    .command('rotate')
    .description('Turn to a new key and seal every identifier again; can be cut off and run again.')
    .action(async () => {
      let batches = 0;
      await rotate(() => {
        batches++;
        if (batches % 100 === 0) print(`${batches} batches sealed again…`);
      });
      print('Every identifier is sealed with the new key. / Đã mã hoá lại toàn bộ bằng khoá mới.');
    });
  return command;
}
