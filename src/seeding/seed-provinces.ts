import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Place } from './place';

/** Where the shipped facts lie, seen from the project's folder, in which npm runs every command. */
export const FACTS_DIRECTORY = join('seeds', 'directory');
/** The manifest of these facts. */
export const FACTS_MANIFEST = join(FACTS_DIRECTORY, 'manifest.json');

const PROVINCE_SPREAD_METERS = 25_000;
/** Away from the sea, for the provinces whose capital lies at the coast. */
const LANDWARD_BEARINGS: ReadonlyMap<string, number> = new Map([
  ['22', 350],
  ['31', 270],
  ['40', 270],
  ['42', 230],
  ['44', 240],
  ['46', 220],
  ['48', 230],
  ['51', 260],
  ['52', 300],
  ['56', 270],
  ['91', 60],
]);
/** Business gathers in the large cities and their surroundings; a province not named here counts 1. */
const BUSINESS_WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['79', 14],
  ['01', 10],
  ['31', 3],
  ['75', 3],
  ['24', 2.5],
  ['48', 2.5],
  ['80', 2],
  ['92', 2],
  ['33', 1.5],
  ['38', 1.5],
  ['40', 1.5],
]);

/**
 * The provinces of today out of the shipped facts: places for generated entries when nothing finer is known.
 * @throws when `directory` holds no `units.csv`.
 */
export function readSeedProvinces(directory: string = FACTS_DIRECTORY): Place[] {
  const text = readFileSync(join(directory, 'units.csv'), 'utf8');
  const units: Readonly<Record<string, string>>[] = parse(text, { columns: true });
  return units
    .filter((unit) => unit['level'] === 'PROVINCE' && unit['valid_until'] === '')
    .map((unit) => {
      const code = String(unit['code']);
      return {
        code,
        provinceCode: code,
        name: String(unit['name']).replace(/^(Tỉnh|Thành phố) /, ''),
        latitude: Number(unit['lat']),
        longitude: Number(unit['lon']),
        spreadMeters: PROVINCE_SPREAD_METERS,
        landward: LANDWARD_BEARINGS.get(code) ?? null,
        precision: 'PROVINCE',
        weight: BUSINESS_WEIGHTS.get(code) ?? 1,
      };
    });
}
