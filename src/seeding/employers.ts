import { below, chance, oneOf, randomSource, weightedChoice, type RandomSource } from './random';
import { type GeneratedEmployer, type Generation } from './generated-rows';
import { scatter, type Place } from './place';
import { MAX_ORGANISATIONS, olderEmployerCode, serialOf, syntheticPhone, syntheticTaxCode } from './synthetic-codes';
import { firmName, personName, placeName } from './vocabulary/proper-names';
import { addressIn } from './vocabulary/streets';
import { SOLE_TRADES, TRADES } from './vocabulary/trades';

/** An organisation and the parts of its codes; one organisation can own several codes. */
interface Organisation {
  readonly name: string;
  readonly taxCode: string;
  readonly soleTrader: boolean;
  readonly code: string;
  /** What a second code begins with, or null where the organisation has one code only. */
  readonly codeStem: string | null;
  readonly industry: string;
}

type FoundingOf = (random: RandomSource, place: Place, serial: string) => Organisation;

const COMPANY_FORMS = [
  { form: 'Công ty TNHH', weight: 48 },
  { form: 'Công ty Cổ phần', weight: 24 },
  { form: 'Công ty TNHH Một thành viên', weight: 14 },
  { form: 'Doanh nghiệp tư nhân', weight: 6 },
  { form: 'Hợp tác xã', weight: 4 },
  { form: 'Chi nhánh Công ty TNHH', weight: 2 },
  { form: 'Chi nhánh Công ty Cổ phần', weight: 2 },
] as const;
const PUBLIC_BODIES = [
  'Trường Mầm non',
  'Trường Tiểu học',
  'Trường Trung học cơ sở',
  'Trường Trung học phổ thông',
  'Ủy ban nhân dân xã',
  'Ủy ban nhân dân phường',
  'Trạm Y tế xã',
  'Trung tâm Văn hóa',
  'Ban Quản lý dự án',
] as const;

// `DN` and `HC` are the objects of the law's examples (0123456789DNA03, 1234567HC); `HK` for sole traders is made here.
const pickCompanyForm = weightedChoice(COMPANY_FORMS);

const foundCompany: FoundingOf = (random, place, serial) => {
  const trade = oneOf(random, TRADES);
  const second = chance(random, 0.35) ? oneOf(random, TRADES) : trade;
  const fields = second.name === trade.name ? trade.name : `${trade.name} và ${second.name}`;
  const seat = chance(random, 0.1) ? ` ${place.name}` : '';
  const taxCode = syntheticTaxCode(place.provinceCode, serial);
  return {
    name: `${pickCompanyForm(random).form} ${fields} ${firmName(random)}${seat}`,
    taxCode,
    soleTrader: false,
    code: `${taxCode}DN${trade.industry}`,
    codeStem: `${taxCode}DN`,
    industry: trade.industry,
  };
};

const foundSoleTrader: FoundingOf = (random, place, serial) => {
  const trade = oneOf(random, SOLE_TRADES);
  const taxCode = syntheticTaxCode(place.provinceCode, serial);
  const name = chance(random, 0.5) ? personName(random) : `${trade.name} ${firmName(random)}`;
  const code = `${taxCode}HK${trade.industry}`;
  return { name: `Hộ kinh doanh ${name}`, taxCode, soleTrader: true, code, codeStem: null, industry: trade.industry };
};

const foundPublicBody: FoundingOf = (random, _place, serial) => {
  const name = `${oneOf(random, PUBLIC_BODIES)} ${placeName(random)}`;
  return { name, taxCode: '', soleTrader: false, code: `${serial}HC`, codeStem: null, industry: '' };
};

const foundWithOlderCode: FoundingOf = (random, place, serial) => ({
  ...foundCompany(random, place, serial),
  code: olderEmployerCode(serial),
  codeStem: null,
});

const pickFounding = weightedChoice<{ readonly found: FoundingOf; readonly weight: number }>([
  { found: foundCompany, weight: 80 },
  { found: foundSoleTrader, weight: 11 },
  { found: foundPublicBody, weight: 8 },
  { found: foundWithOlderCode, weight: 1 },
]);
const SECOND_CODE_PROBABILITY = 0.02;

function statusOf(roll: number): GeneratedEmployer['status'] {
  if (roll < 0.9) return 'PARTICIPATING';
  return roll < 0.96 ? 'SUSPENDED' : 'STOPPED';
}

/** The same organisation under a code of another industry. */
function secondCodeOf(random: RandomSource, organisation: Organisation, stem: string): Organisation {
  const others = TRADES.filter((trade) => trade.industry !== organisation.industry);
  return { ...organisation, code: `${stem}${oneOf(random, others).industry}`, codeStem: null };
}

/**
 * Made-up employers, one after the other: companies, co-operatives, public bodies and sole traders with codes in the
 * forms that circulate. Codes differ from row to row; a few organisations own two. Tax codes end in a wrong check digit.
 * @throws RangeError for more than ten million, or without places.
 */
export function* generateEmployers(generation: Generation): Generator<GeneratedEmployer, void, undefined> {
  if (generation.count > MAX_ORGANISATIONS)
    throw new RangeError(`At most ${MAX_ORGANISATIONS} employers can be generated.`);
  const random = randomSource(generation.seed, 'employers');
  const pickPlace = weightedChoice(generation.places);
  let previous: Organisation | null = null;
  for (let index = 0; index < generation.count; index++) {
    const place = pickPlace(random);
    const stem: string | null = previous?.codeStem ?? null;
    const organisation: Organisation =
      previous !== null && stem !== null && chance(random, SECOND_CODE_PROBABILITY)
        ? secondCodeOf(random, previous, stem)
        : pickFounding(random).found(random, place, serialOf(index));
    previous = organisation;
    yield {
      code: organisation.code,
      name: organisation.name,
      taxCode: organisation.taxCode,
      soleTrader: organisation.soleTrader,
      address: addressIn(random, place.name),
      unitCode: place.code,
      ...scatter(random, place),
      positionPrecision: place.precision,
      phones: organisation.soleTrader ? '' : syntheticPhone(below(random, 10_000_000)),
      status: statusOf(random()),
      demonstration: true,
    };
  }
}
