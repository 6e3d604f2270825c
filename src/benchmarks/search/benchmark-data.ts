import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { JurisdictionIndex } from '../../features/directory/jurisdiction/jurisdiction-index';
import { type SearchDocument } from '../../features/directory/search/search-engine.types';
import { type Unit, type UnitLevel } from '../../features/geography/unit/unit.entity';
import { unitKeyOf } from '../../features/geography/unit/unit.rules';
import { UnitRegistry } from '../../features/geography/unit/unit-registry';

/** A listing of the benchmark; `current` tells those that queries are made of. */
export interface BenchmarkListing extends SearchDocument {
  readonly current: boolean;
}

/** The names the benchmark runs over. */
export interface BenchmarkData {
  readonly units: UnitRegistry;
  readonly unitRows: readonly Unit[];
  readonly listings: ReadonlyMap<string, readonly BenchmarkListing[]>;
  readonly jurisdictions: JurisdictionIndex;
}

const manifestSchema = z.object({
  files: z.array(
    z.object({ kind: z.string(), path: z.string(), columns: z.record(z.string(), z.unknown()).optional() }),
  ),
});
type File = z.infer<typeof manifestSchema>['files'][number];
type Row = (field: string) => string | null;

function rowsOf(folder: string, file: File): Row[] {
  const records = parse<Record<string, string>>(readFileSync(join(folder, file.path)), { columns: true, bom: true });
  return records.map((record) => (field) => {
    const column = file.columns?.[field];
    const names = Array.isArray(column) ? column : [column];
    return (
      names
        .map((name) => (typeof name === 'string' ? record[name] : undefined))
        .find((text) => text !== undefined && text !== '') ?? null
    );
  });
}

function unitOf(row: Row): Unit {
  const [code, level] = [row('code') ?? '', row('level') as UnitLevel];
  const validFrom = row('validFrom');
  return {
    code,
    level,
    name: row('name') ?? '',
    validFrom,
    validUntil: row('validUntil'),
    unitKey: unitKeyOf(level, code, validFrom),
  } as Unit;
}

/** Reads units and listings by a manifest of the import. Rows are taken as they are: the import checks, not the benchmark. */
export function readBenchmarkData(manifestPath: string): BenchmarkData {
  const folder = dirname(manifestPath);
  const { files } = manifestSchema.parse(JSON.parse(readFileSync(manifestPath, 'utf8')));
  const rows = (kind: string): Row[] =>
    files.filter((file) => file.kind === kind).flatMap((file) => rowsOf(folder, file));
  const units = rows('units').map((row) => ({ row, unit: unitOf(row) }));
  const [ended, current] = [false, true].map(
    (now) =>
      new Map(units.filter(({ unit }) => (unit.validUntil === null) === now).map(({ unit }) => [unit.code, unit])),
  );
  for (const { row, unit } of units)
    unit.parentKey = (unit.validUntil === null ? current : ended)?.get(row('parentCode') ?? '')?.unitKey ?? null;
  const successions = rows('unitSuccessions').flatMap((row) => {
    const [before, after] = [ended?.get(row('predecessorCode') ?? ''), current?.get(row('successorCode') ?? '')];
    return before && after ? [{ predecessorKey: before.unitKey, successorKey: after.unitKey }] : [];
  });
  const unitKey = (code: string | null): string | null =>
    code === null ? null : ((current?.get(code) ?? ended?.get(code))?.unitKey ?? null);
  const listing = (row: Row): BenchmarkListing => ({
    code: row('code') ?? '',
    name: row('name') ?? '',
    formerName: row('formerName'),
    address: row('address'),
    unitKey: unitKey(row('unitCode')),
    current: row('contractUntil') === null && row('validUntil') === null,
  });
  const kinds = ['offices', 'clinics', 'employers', 'agents'];
  const byCode = (left: BenchmarkListing, right: BenchmarkListing): number => (left.code < right.code ? -1 : 1);
  const registry = new UnitRegistry(
    units.map(({ unit }) => unit),
    successions,
  );
  return {
    units: registry,
    unitRows: registry.units,
    jurisdictions: new JurisdictionIndex(
      rows('officeJurisdictions').flatMap((row) => {
        const key = unitKey(row('unitCode'));
        return key === null ? [] : [{ unitKey: key, officeCode: row('officeCode') ?? '' }];
      }),
    ),
    listings: new Map(kinds.map((kind) => [kind, rows(kind).map(listing).sort(byCode)])),
  };
}
