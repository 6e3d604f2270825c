import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { fileFault } from '../files/file-fault';
import { type ManifestFile } from '../manifest/manifest';
import { type ImportIssue } from '../report/issue';

/** Digests of whole files, byte by byte, in their order; empty for one that cannot be read. */
export async function fileDigests(files: readonly ManifestFile[]): Promise<string[]> {
  const digests: string[] = [];
  for (const { absolutePath } of files) digests.push(await digestOf(absolutePath));
  return digests;
}

/** The faults of files that are no longer what they were. */
export function changedFiles(
  files: readonly ManifestFile[],
  before: readonly string[],
  after: readonly string[],
): ImportIssue[] {
  const changed = files.filter((_, index) => before[index] !== after[index]);
  return changed.map((file) =>
    fileFault(
      file,
      'FILE_CHANGED',
      { en: 'the file changed while it was checked', vi: 'tệp đã thay đổi trong khi kiểm tra' },
      { en: 'Import it again when nobody writes to it.', vi: 'Nhập lại khi không còn ai ghi vào tệp.' },
    ),
  );
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  } catch {
    // Why it cannot be read is told when it is opened.
    return '';
  }
  return hash.digest('base64');
}
