import { PUBLISHED_TABLES, UNITS } from '../features/directory/kinds/published-kinds';
import type { Publication } from '../features/directory/publication/publication.types';
import { type Demonstration } from './demonstration';
import { FACTS_MANIFEST, readSeedProvinces } from './seed-provinces';
import { withGeneratedManifest } from './with-generated-manifest';

/** What seeding needs of the running system. */
export interface SeedingParts {
  readonly publication: Pick<Publication, 'live' | 'liveReferences'> & { currentNumber(): Promise<number> };
  /** Imports a manifest, reports to the operator, and gives the exit code. */
  readonly importManifest: (manifestPath: string, allowShrink: boolean) => Promise<number>;
  readonly print: (line: string) => void;
}

const REFUSED = 1;
const SHOWN_CODES = 5;

/**
 * Makes up entries and imports them in place of those of their kinds. An empty directory gets the shipped facts first,
 * because entries lie in units. Whatever stands in the way is said before anything is generated: units that are missing,
 * and entries that are no demonstration and would vanish, unless that is allowed.
 */
export async function seedDirectory(
  demonstration: Demonstration,
  allowShrink: boolean,
  parts: SeedingParts,
): Promise<number> {
  const { publication, importManifest, print } = parts;
  if ((await publication.currentNumber()) === 0) {
    print(
      'The directory is empty: the facts under seeds/ come first. / Danh mục đang trống: nhập dữ kiện trong seeds/ trước.',
    );
    const code = await importManifest(FACTS_MANIFEST, false);
    if (code !== 0) return code;
  }
  const obstacle =
    (await missingUnits(publication)) ?? (allowShrink ? null : await realEntries(demonstration, publication));
  if (obstacle !== null) {
    print(obstacle);
    return REFUSED;
  }
  return withGeneratedManifest(demonstration, (path) => importManifest(path, true));
}

async function missingUnits(publication: SeedingParts['publication']): Promise<string | null> {
  const known = new Set((await publication.live(UNITS, ['code'])).map(({ code }) => code));
  const missing = readSeedProvinces().filter(({ code }) => !known.has(code));
  if (missing.length === 0) return null;
  const codes = missing.slice(0, SHOWN_CODES).map(({ code }) => code);
  const shown = [...codes, ...(missing.length > SHOWN_CODES ? ['…'] : [])].join(', ');
  return `${missing.length} provinces in which entries are to lie are not in the directory (${shown}): import units that hold them, for example ${FACTS_MANIFEST}. / Danh mục thiếu ${missing.length} tỉnh (${shown}): hãy nhập đơn vị hành chính trước.`;
}

async function realEntries(
  demonstration: Demonstration,
  publication: SeedingParts['publication'],
): Promise<string | null> {
  for (const name of ['employers', 'clinics', 'agents'] as const) {
    const table = PUBLISHED_TABLES.find((candidate) => candidate.name === name);
    if (demonstration[name] === 0 || !table) continue;
    const counts = await publication.liveReferences(table, 'demonstration');
    const real = counts.filter(({ value }) => !isTrue(value)).reduce((sum, { count }) => sum + count, 0);
    if (real > 0)
      return `${real} live ${name} are no demonstration and would vanish; if that is meant, add --allow-shrink. / ${real} ${name} hiện có là dữ liệu thật và sẽ biến mất; nếu đúng ý, thêm --allow-shrink.`;
  }
  return null;
}

/** Databases give a truth value as `1` or `true`. */
function isTrue(value: unknown): boolean {
  return String(value) === '1' || String(value) === 'true';
}
