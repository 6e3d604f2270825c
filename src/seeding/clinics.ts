import { below, chance, oneOf, randomSource, weightedChoice, type RandomSource } from './random';
import { type GeneratedClinic, type Generation } from './generated-rows';
import { scatter } from './place';
import { syntheticClinicCode, syntheticPhone } from './synthetic-codes';
import { firmName, placeName } from './vocabulary/proper-names';
import { addressIn } from './vocabulary/streets';

/** A sort of facility and what usually goes with it. */
interface Facility {
  readonly title: string;
  readonly type: GeneratedClinic['type'];
  readonly level: GeneratedClinic['level'];
  readonly formerLevel: GeneratedClinic['formerLevel'];
  /** How probable it is that a card can name it for initial registration, and that it certifies sick leave. */
  readonly initialRegistration: number;
  readonly sickLeave: number;
  readonly named: (random: RandomSource) => string;
  readonly weight: number;
}

const FACILITIES: readonly Facility[] = [
  facility('Trạm Y tế xã', 'HEALTH_STATION', 'INITIAL', 'COMMUNE', 0.9, 0.3, placeName, 50),
  facility('Phòng khám Đa khoa', 'POLYCLINIC', 'INITIAL', 'DISTRICT', 0.7, 0.6, firmName, 22),
  facility('Phòng khám Chuyên khoa', 'CLINIC', 'INITIAL', 'DISTRICT', 0.1, 0.2, firmName, 6),
  facility('Trung tâm Y tế', 'MEDICAL_CENTRE', 'BASIC', 'DISTRICT', 0.9, 0.9, placeName, 8),
  facility('Bệnh viện Đa khoa', 'HOSPITAL', 'BASIC', 'PROVINCIAL', 0.8, 0.95, firmName, 8),
  facility('Bệnh viện Sản Nhi', 'HOSPITAL', 'BASIC', 'PROVINCIAL', 0.4, 0.9, firmName, 2),
  facility('Nhà hộ sinh', 'MATERNITY_HOME', 'INITIAL', 'DISTRICT', 0.1, 0.3, firmName, 2),
  facility('Y tế cơ quan Công ty', 'WORKPLACE_CLINIC', 'INITIAL', 'COMMUNE', 0.5, 0.2, firmName, 2),
];

function facility(
  title: string,
  type: Facility['type'],
  level: Facility['level'],
  formerLevel: Facility['formerLevel'],
  initialRegistration: number,
  sickLeave: number,
  named: Facility['named'],
  weight: number,
): Facility {
  return { title, type, level, formerLevel, initialRegistration, sickLeave, named, weight };
}

const OPENING_HOURS = [
  'Thứ Hai - Thứ Sáu: 07:30-11:30, 13:30-17:00',
  'Thứ Hai - Thứ Bảy: 07:00-17:00',
  'Hằng ngày: 07:00-20:00',
  'Hằng ngày: 00:00-24:00',
] as const;
const FIRST_DAYS = ['2023-01-01', '2024-01-01', '2025-01-01', '2025-07-01', '2026-01-01'] as const;
const LAST_DAYS = ['2026-12-31', '2027-12-31', '2028-12-31'] as const;
const ENDED_ON = '2025-12-31';

/** A period of validity: most run on without an end, some to a day to come, a few have ended. */
function period(random: RandomSource): { readonly from: string; readonly until: string } {
  const roll = random();
  if (roll < 0.05) return { from: '2024-01-01', until: ENDED_ON };
  return { from: oneOf(random, FIRST_DAYS), until: roll < 0.55 ? '' : oneOf(random, LAST_DAYS) };
}

/**
 * Made-up clinics, one after the other, with contracts, initial registration and authority for sick-leave certificates.
 * Codes have the official form; their third character is a letter other than S (see `syntheticClinicCode`).
 * @throws RangeError when a province runs out of codes, or without places.
 */
export function* generateClinics(generation: Generation): Generator<GeneratedClinic, void, undefined> {
  const random = randomSource(generation.seed, 'clinics');
  const pickPlace = weightedChoice(generation.places);
  const pickFacility = weightedChoice(FACILITIES);
  const countOfProvince = new Map<string, number>();
  for (let index = 0; index < generation.count; index++) {
    const place = pickPlace(random);
    const inProvince = countOfProvince.get(place.provinceCode) ?? 0;
    countOfProvince.set(place.provinceCode, inProvince + 1);
    const kind = pickFacility(random);
    const contract = period(random);
    const sickLeave = chance(random, kind.sickLeave) ? period(random) : { from: '', until: '' };
    yield {
      code: syntheticClinicCode(place.provinceCode, inProvince),
      name: `${kind.title} ${kind.named(random)}`,
      address: addressIn(random, place.name),
      unitCode: place.code,
      ...scatter(random, place),
      positionPrecision: place.precision,
      phones: syntheticPhone(below(random, 10_000_000)),
      type: kind.type,
      level: kind.level,
      formerLevel: kind.formerLevel,
      openingHours: oneOf(random, OPENING_HOURS),
      contractFrom: contract.from,
      contractUntil: contract.until,
      initialRegistration: chance(random, kind.initialRegistration),
      sickLeaveFrom: sickLeave.from,
      sickLeaveUntil: sickLeave.until,
      demonstration: true,
    };
  }
}
