import { stat } from 'node:fs/promises';
import { type ManifestFile } from '../manifest/manifest';
import { type ImportIssue } from '../report/issue';
import { openBoundaries } from './boundary-file';
import { openCsv } from './csv-file';
import { detectEncoding } from './encoding';
import { fileFault, unreadable, UnreadableFile } from './file-fault';
import { type TableFile } from './source-file';
import { openXlsx } from './xlsx-file';

/** Opens a file of any format and reads its header, or says why that cannot be. */
export async function openFile(file: ManifestFile): Promise<TableFile | ImportIssue> {
  try {
    if ((await stat(file.absolutePath)).size === 0) return emptyFile(file);
    if (file.format === 'geojson' || file.format === 'topojson') return await openBoundaries(file);
    if (file.format === 'xlsx') return (await openXlsx(file)) ?? emptyFile(file);
    const plan = await detectEncoding(file);
    if ('severity' in plan) return plan;
    return (await openCsv(file, plan)) ?? emptyFile(file);
  } catch (error) {
    return error instanceof UnreadableFile ? error.fault : unreadable(file, error);
  }
}

function emptyFile(file: ManifestFile): ImportIssue {
  return fileFault(
    file,
    'FILE_EMPTY',
    { en: 'the file is empty; expected a header and rows', vi: 'tệp trống; cần tiêu đề và các dòng dữ liệu' },
    { en: 'Export the file again, or take it out of the manifest.', vi: 'Xuất lại tệp, hoặc bỏ khỏi tệp kê khai.' },
  );
}
