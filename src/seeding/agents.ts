import { below, chance, oneOf, randomSource, weightedChoice, type RandomSource } from './random';
import { type GeneratedAgent, type Generation } from './generated-rows';
import { scatter, type Place } from './place';
import { collectionPointCode, serialOf, syntheticPhone, syntheticTaxCode } from './synthetic-codes';
import { firmName, placeName } from './vocabulary/proper-names';
import { addressIn } from './vocabulary/streets';

/** Who runs a collection point, and what its name begins with. */
interface Operator {
  readonly kind: GeneratedAgent['kind'];
  readonly titles: readonly string[];
  readonly named: (random: RandomSource) => string;
  readonly weight: number;
}

const OPERATORS: readonly Operator[] = [
  { kind: 'POST_OFFICE', titles: ['Bưu điện', 'Bưu cục', 'Điểm Bưu điện - Văn hóa xã'], named: placeName, weight: 40 },
  {
    kind: 'COLLECTION_AGENT',
    titles: ['Điểm thu Công ty TNHH Dịch vụ', 'Điểm thu Công ty Cổ phần'],
    named: firmName,
    weight: 25,
  },
  {
    kind: 'COMMUNE_PEOPLES_COMMITTEE',
    titles: ['Điểm thu UBND xã', 'Điểm thu UBND phường'],
    named: placeName,
    weight: 12,
  },
  {
    kind: 'HEALTH_STATION',
    titles: ['Điểm thu Trạm Y tế xã', 'Điểm thu Trạm Y tế phường'],
    named: placeName,
    weight: 10,
  },
  {
    kind: 'ASSOCIATION',
    titles: ['Điểm thu Hội Liên hiệp Phụ nữ xã', 'Điểm thu Hội Nông dân xã', 'Điểm thu Hội Cựu chiến binh xã'],
    named: placeName,
    weight: 10,
  },
  { kind: 'BANK', titles: ['Điểm thu Phòng giao dịch Ngân hàng'], named: placeName, weight: 3 },
];
const OPENING_HOURS = [
  'Thứ Hai - Thứ Sáu: 08:00-11:30, 13:30-17:00',
  'Thứ Hai - Thứ Bảy: 07:30-17:30',
  'Hằng ngày: 08:00-19:00',
] as const;
const BOTH_SERVICES = 'VOLUNTARY_SOCIAL_INSURANCE|HOUSEHOLD_HEALTH_INSURANCE';
const SINGLE_SERVICES = ['VOLUNTARY_SOCIAL_INSURANCE', 'HOUSEHOLD_HEALTH_INSURANCE'] as const;
// The code of a point leaves three digits to number the points of one organisation.
const POINTS_PER_ORGANISATION = 40;

/** The code of the `index`-th point: every run of points belongs to one organisation, so no two codes are the same. */
function codeOf(index: number, place: Place): string {
  const serial = serialOf(Math.floor(index / POINTS_PER_ORGANISATION));
  const organisation = syntheticTaxCode(place.provinceCode, serial);
  return collectionPointCode(organisation, place.provinceCode, place.code, 1 + (index % POINTS_PER_ORGANISATION));
}

/**
 * Made-up collection points, one after the other, with codes of the official form, services and opening hours.
 * @throws RangeError without places.
 */
export function* generateAgents(generation: Generation): Generator<GeneratedAgent, void, undefined> {
  const random = randomSource(generation.seed, 'agents');
  const pickPlace = weightedChoice(generation.places);
  const pickOperator = weightedChoice(OPERATORS);
  for (let index = 0; index < generation.count; index++) {
    const place = pickPlace(random);
    const operator = pickOperator(random);
    yield {
      code: codeOf(index, place),
      name: `${oneOf(random, operator.titles)} ${operator.named(random)}`,
      address: addressIn(random, place.name),
      unitCode: place.code,
      ...scatter(random, place),
      positionPrecision: place.precision,
      phones: syntheticPhone(below(random, 10_000_000)),
      kind: operator.kind,
      services: chance(random, 0.8) ? BOTH_SERVICES : oneOf(random, SINGLE_SERVICES),
      openingHours: oneOf(random, OPENING_HOURS),
      demonstration: true,
    };
  }
}
