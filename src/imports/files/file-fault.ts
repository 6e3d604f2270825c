import { type BilingualMessage } from '../../shared/errors';
import { type ManifestFile } from '../manifest/manifest';
import { type ImportIssue, type IssuePlace, NOWHERE } from '../report/issue';

/** A fault of a whole file or of its form, which `--skip-invalid` cannot pass over. */
export function fileFault(
  file: ManifestFile,
  code: string,
  message: BilingualMessage,
  mend: BilingualMessage,
  place: Partial<IssuePlace> = {},
): ImportIssue {
  return {
    ...NOWHERE,
    kind: file.kind,
    file: file.path,
    ...place,
    severity: 'FAULT',
    code,
    message,
    mend,
    record: null,
  };
}

/** Something about a file that an operator should know, though it is taken. */
export function fileNote(severity: 'WARNING' | 'NOTE', ...fault: Parameters<typeof fileFault>): ImportIssue {
  return { ...fileFault(...fault), severity };
}

/** What the file system or a library says about a file that cannot be read. */
export function unreadable(file: ManifestFile, error: unknown): ImportIssue {
  const reason = error instanceof Error ? error.message : String(error);
  return fileFault(
    file,
    'FILE_UNREADABLE',
    {
      en: `the file cannot be read as ${file.format}: ${reason}`,
      vi: `không đọc được tệp dạng ${file.format}: ${reason}`,
    },
    {
      en: 'Check the permissions and whether the file is whole.',
      vi: 'Kiểm tra quyền truy cập và tệp có bị hỏng không.',
    },
  );
}

/** Thrown when a file cannot be read on; carries the fault to report. */
export class UnreadableFile extends Error {
  constructor(readonly fault: ImportIssue) {
    super(fault.message.en);
    this.name = 'UnreadableFile';
  }
}
