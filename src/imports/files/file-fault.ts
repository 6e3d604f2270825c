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

/** Thrown when a file cannot be read on; carries the fault to report. */
export class UnreadableFile extends Error {
  constructor(readonly fault: ImportIssue) {
    super(fault.message.en);
    this.name = 'UnreadableFile';
  }
}
