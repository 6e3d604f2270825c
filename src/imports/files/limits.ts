import { type BilingualMessage } from '../../shared/errors';
import { type ManifestFile } from '../manifest/manifest';
import { type IssuePlace } from '../report/issue';
import { fileFault, UnreadableFile } from './file-fault';

/** Characters of one row with all its cells; a spreadsheet's cell holds 32,767 at most. */
export const MAX_RECORD_CHARACTERS = 1024 * 1024;
/** Columns of a table. The widest list seen has some sixty; every one of them is compared with every other. */
export const MAX_COLUMNS = 1_000;

const SPLIT: BilingualMessage = { en: 'Split the file.', vi: 'Tách tệp thành nhiều tệp nhỏ hơn.' };

/** A file that holds more of something than an import takes: what, how many there are, and how many may be. */
export function tooMuch(
  file: ManifestFile,
  code: string,
  what: BilingualMessage,
  has: number | string,
  limit: number,
  place: Partial<IssuePlace> = {},
  mend: BilingualMessage = SPLIT,
): UnreadableFile {
  return new UnreadableFile(
    fileFault(
      file,
      code,
      { en: `${what.en}: ${has}; at most ${limit} may be`, vi: `${what.vi}: ${has}; tối đa ${limit}` },
      mend,
      place,
    ),
  );
}

/** A row that is longer than any row of a table. */
export function tooLongRecord(file: ManifestFile, line: number): UnreadableFile {
  return tooMuch(
    file,
    'RECORD_TOO_LARGE',
    { en: 'characters of the row that begins here', vi: 'số ký tự của dòng bắt đầu tại đây' },
    `> ${MAX_RECORD_CHARACTERS}`,
    MAX_RECORD_CHARACTERS,
    { line },
    {
      en: 'Check whether the file is a table of this format: its rows end with line ends.',
      vi: 'Kiểm tra tệp có đúng là bảng ở định dạng này không: mỗi dòng phải có ký tự xuống dòng.',
    },
  );
}
