import type { Unit } from '../../geography/unit/unit.entity';
import { unitsOfToday } from '../../geography/unit/current-unit.rules';
import { UnitLevel } from '../../geography/unit/unit.entity';
import type { DirectoryRequest } from '../directory-request';
import type { DirectorySnapshot } from '../snapshot/directory-snapshot';
import { Office } from './office.entity';
import { OfficeLevel, OfficeMatch } from './office.types';

/** An office and how it follows from a unit. */
export interface ResponsibleOffice {
  readonly office: Office | null;
  readonly match: OfficeMatch | null;
}

const NOBODY: ResponsibleOffice = { office: null, match: null };

/**
 * The office that serves a unit: the one whose jurisdiction names it (or the unit that followed it, when it is only
 * one; of a former district, all that followed its communes); where no jurisdiction is known, the office of the province.
 */
export async function responsibleOffice(unit: Unit, directory: DirectoryRequest): Promise<ResponsibleOffice> {
  const { units } = directory.snapshot.geography;
  const served = [unit, ...units.currentUnits(unit)];
  const code = onlyOffice(unit, served, directory.snapshot);
  if (code !== null) {
    const office = await directory.byCode(Office, code);
    if (office) return { office, match: OfficeMatch.JURISDICTION };
  }
  const provinces = new Set(served.flatMap((each) => provinceOfToday(each, directory.snapshot)));
  const [province] = provinces;
  if (provinces.size !== 1 || !province) return NOBODY;
  const ordinal = provincialOffice(province, directory);
  if (ordinal === undefined) return NOBODY;
  return { office: await directory.listing(Office, ordinal), match: OfficeMatch.PROVINCE };
}

/** Code of the one office that serves what a unit has become; null when there are several, or none is known. */
function onlyOffice(unit: Unit, served: readonly Unit[], { geography }: DirectorySnapshot): string | null {
  const { units, jurisdictions } = geography;
  const codeOf = ({ unitKey }: Unit): string | null => jurisdictions.officeCode(unitKey);
  const isFormerDistrict = unit.level === UnitLevel.DISTRICT && !units.exists(unit);
  // Of a commune some parts may be unknown; a district whose communes are not all known may have another office too.
  const codes = isFormerDistrict ? unitsOfToday(unit, units).map(codeOf) : served.flatMap((each) => codeOf(each) ?? []);
  const [code = null, ...others] = new Set(codes);
  return others.length === 0 ? code : null;
}

function provinceOfToday(unit: Unit, { geography: { units } }: DirectorySnapshot): Unit[] {
  const province = units.province(unit);
  return province ? units.currentUnits(province) : [];
}

/** The office of the province that exists today. */
function provincialOffice(province: Unit, directory: DirectoryRequest): number | undefined {
  if (province.level !== UnitLevel.PROVINCE) return undefined;
  const index = directory.snapshot.listingsOf(Office);
  const isProvincial = index.wordTest('level', OfficeLevel.PROVINCE);
  const exists = index.inForceTest(directory.todayNumber);
  const isThere = index.unitTest(new Set([province.unitKey]));
  return index.filter((ordinal) => isProvincial(ordinal) && exists(ordinal) && isThere(ordinal))[0];
}
