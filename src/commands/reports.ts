import { Argument, Command } from 'commander';
import type { ListingReportStore } from '../features/directory/report/listing-report.store';
import { ListingReportStatus } from '../features/directory/report/listing-report.types';

type Reports = Pick<ListingReportStore, 'open' | 'answer'>;

/** Opens the reports for the time of `work`. */
export type WithReports = (work: (reports: Reports) => Promise<void>) => Promise<void>;

const ANSWERS = [ListingReportStatus.IN_REVIEW, ListingReportStatus.CORRECTED, ListingReportStatus.REJECTED];

/** `npm run reports -- list` and `npm run reports -- answer CODE STATUS [TEXT]`: what people said of wrong entries. */
export function reportsCommand(withReports: WithReports, print: (line: string) => void): Command {
  const command = new Command('reports').description(
    'List and answer reports of wrong entries. / Liệt kê và trả lời phản ánh thông tin sai.',
  );
  command
    .command('list')
    .description('List the reports that wait for an answer, oldest first.')
    .action(() => withReports(async (reports) => printOpen(await reports.open(), print)));
  command
    .command('answer')
    .description('Record what became of a report; the reporter reads it with the tracking code.')
    .argument('<code>', 'tracking code')
    .addArgument(new Argument('<status>', 'what became of it').choices(ANSWERS))
    .argument('[text]', 'what the reporter should read')
    .action((code: string, status: ListingReportStatus, text: string | undefined, _options: object, self: Command) =>
      withReports(async (reports) => {
        if (!(await reports.answer(code, status, text ?? null))) {
          self.error(`No report has the code ${code}. / Không có phản ánh nào mang mã ${code}.`, { exitCode: 1 });
        }
        print(`${code}: ${status}`);
      }),
    );
  return command;
}

function printOpen(reports: Awaited<ReturnType<Reports['open']>>, print: (line: string) => void): void {
  if (reports.length === 0) print('No report waits for an answer. / Không có phản ánh nào đang chờ.');
  for (const report of reports) {
    const place = report.latitude === null ? '' : ` at ${report.latitude}, ${report.longitude ?? ''}`;
    print(
      `${report.trackingCode}  ${report.createdAt}  ${report.status}  ${report.reason}  ${report.listingKind} ${report.listingCode ?? '(missing)'}${place}`,
    );
    print(`    ${report.message.replaceAll('\n', '\n    ')}`);
  }
}
