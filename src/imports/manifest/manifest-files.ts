import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { escapePath, globSync } from 'tinyglobby';
import { type ImportIssue } from '../report/issue';
import { type ManifestDocument, type ManifestPath } from './manifest-document';
import { type FileFormat, type ManifestFileText } from './manifest.schema';

const ENDINGS: readonly (readonly [string, FileFormat])[] = [
  ['.csv', 'csv'],
  ['.tsv', 'csv'],
  ['.txt', 'csv'],
  ['.xlsx', 'xlsx'],
  ['.geojson', 'geojson'],
  ['.topojson', 'topojson'],
  ['.topo.json', 'topojson'],
];

/** The format that a manifest states for a file, or that its ending tells; null when neither does. */
export function formatOf(file: ManifestFileText): FileFormat | null {
  const path = file.path.toLowerCase();
  return file.format ?? ENDINGS.find(([ending]) => path.endsWith(ending))?.[1] ?? null;
}

/**
 * The files that a path or glob of a manifest names, sorted, with `/`. They must exist and lie below the manifest's
 * folder, symbolic links followed: a manifest that was sent by mail must not read the rest of the machine.
 */
export function resolveFiles(
  folder: string,
  file: ManifestFileText,
  document: ManifestDocument,
  path: ManifestPath,
): { readonly files: readonly string[]; readonly faults: readonly ImportIssue[] } {
  if (isAbsolute(file.path) || file.path.split(/[\\/]/).includes('..'))
    return { files: [], faults: [outside(document, path)] };
  const isGlob = !existsSync(resolve(folder, file.path)) && /[*?[{(]/.test(file.path);
  const pattern = isGlob ? file.path : escapePath(file.path);
  const files = globSync(pattern, { cwd: folder, onlyFiles: true, dot: true, expandDirectories: false }).sort();
  if (files.length === 0) return { files: [], faults: [missing(document, path, isGlob)] };
  const strays = files.filter((name) => !isBelow(folder, name));
  return strays.length > 0 ? { files: [], faults: [outside(document, path)] } : { files, faults: [] };
}

function isBelow(folder: string, name: string): boolean {
  const path = relative(realpathSync(folder), realpathSync(resolve(folder, name)));
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

function outside(document: ManifestDocument, path: ManifestPath): ImportIssue {
  return document.fault(
    path,
    'FILE_OUTSIDE_FOLDER',
    { en: "the file lies outside the manifest's folder", vi: 'tệp nằm ngoài thư mục của tệp kê khai' },
    {
      en: 'Move the file below the folder of the manifest and give a relative path.',
      vi: 'Chuyển tệp vào thư mục của tệp kê khai và dùng đường dẫn tương đối.',
    },
  );
}

function missing(document: ManifestDocument, path: ManifestPath, isGlob: boolean): ImportIssue {
  return document.fault(
    path,
    'FILE_MISSING',
    isGlob
      ? { en: 'no file matches the pattern', vi: 'không có tệp nào khớp mẫu' }
      : { en: 'the file does not exist', vi: 'tệp không tồn tại' },
    {
      en: "Paths count from the manifest's folder; upper and lower case differ.",
      vi: 'Đường dẫn tính từ thư mục của tệp kê khai; phân biệt chữ hoa, chữ thường.',
    },
  );
}
