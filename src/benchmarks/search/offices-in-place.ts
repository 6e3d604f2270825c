import { servingCodes } from '../../features/directory/office/serving-offices';
import { type BenchmarkData, type BenchmarkListing } from './benchmark-data';

/** Places in the list of the offices that serve what the unit of an office has become; else the office of its province. */
export function officesInPlaceOf(
  offices: readonly BenchmarkListing[],
  ordinal: number,
  { units, jurisdictions }: BenchmarkData,
): number[] {
  const unit = units.get(offices[ordinal]?.unitKey ?? null);
  if (!unit) return [];
  const present = (wanted: (office: BenchmarkListing) => boolean): number[] =>
    offices.flatMap((office, at) => (office.current && wanted(office) ? [at] : []));
  const serving = servingCodes(unit, { units, jurisdictions }).flatMap((code) =>
    present((office) => office.code === code),
  );
  if (serving.length > 0) return serving;
  const province = units.province(unit);
  const keys = new Set(province ? units.currentUnits(province).map(({ unitKey }) => unitKey) : []);
  return present(({ unitKey }) => unitKey !== null && keys.has(unitKey));
}
