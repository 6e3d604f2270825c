import { Command, InvalidArgumentError } from 'commander';
import { ImportRunningError, NoSuchRevisionError } from '../features/directory/publication/publication.errors';
import type { PublicationService } from '../features/directory/publication/publication.service';
import type { Revision } from '../features/directory/publication/revision.entity';

type Revisions = Pick<PublicationService, 'revisions' | 'currentNumber' | 'rollback'>;

/** Opens the publication for the time of `work` and closes it afterwards. */
export type WithRevisions = (work: (revisions: Revisions) => Promise<void>) => Promise<void>;

const publishedAt = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
});
const HEADER = ['', 'number', 'published', 'origin', 'counts', 'changes'];

/** `npm run revisions -- list` and `npm run revisions -- rollback N`. */
export function revisionsCommand(withRevisions: WithRevisions, print: (line: string) => void): Command {
  const command = new Command('revisions').description(
    'List the published states of the directory, or go back to one. / Liệt kê các phiên bản, hoặc quay lại một phiên bản.',
  );
  command
    .command('list')
    .description('List the revisions that can be read or rolled back to; * marks the current one.')
    .action(() => withRevisions(async (revisions) => print(await listOf(revisions))));
  command
    .command('rollback')
    .description('Publish a new revision that shows what revision <number> showed.')
    .argument('<number>', 'a number that `list` shows', wholeNumber)
    .action((number: number, _options: object, self: Command) =>
      withRevisions((revisions) => rollBack(revisions, number, print, self)),
    );
  return command;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Expected a revision number.');
  return Number(text);
}

async function listOf(revisions: Revisions): Promise<string> {
  const current = await revisions.currentNumber();
  const rows = (await revisions.revisions()).map((revision) => rowOf(revision, current));
  if (rows.length === 0) return 'Nothing has been published yet. / Chưa có phiên bản nào được công bố.';
  return table([HEADER, ...rows]);
}

function rowOf(revision: Revision, current: number): string[] {
  const counts = Object.entries(revision.counts).map(([kind, total]) => `${kind} ${total}`);
  const changes = Object.entries(revision.changes).map(
    ([kind, { added, changed, removed }]) => `${kind} +${added} ~${changed} -${removed}`,
  );
  return [
    revision.number === current ? '*' : '',
    String(revision.number),
    publishedAt.format(new Date(revision.publishedAt)),
    revision.origin,
    counts.join(', '),
    changes.join(', '),
  ];
}

/** Columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

async function rollBack(
  revisions: Revisions,
  number: number,
  print: (line: string) => void,
  command: Command,
): Promise<void> {
  try {
    const made = await revisions.rollback(number);
    print(
      made
        ? `Revision ${made.number} shows what revision ${number} showed. / Phiên bản ${made.number} có nội dung của phiên bản ${number}.`
        : `Revision ${number} shows what is current; nothing was published. / Phiên bản ${number} trùng với hiện tại; không có gì được công bố.`,
    );
  } catch (error) {
    if (!(error instanceof NoSuchRevisionError) && !(error instanceof ImportRunningError)) throw error;
    command.error(error.message, { exitCode: 1 });
  }
}
