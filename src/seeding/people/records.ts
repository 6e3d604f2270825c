import type { OpenDocument } from '../../features/people/document/identity-document.store';
import type { OpenPerson } from '../../features/people/person.store';
import type { Sex } from '../../features/people/person.entity';
import type { Benefit } from '../../features/records/benefit.entity';
import type { Contribution } from '../../features/records/contribution.entity';
import type { HealthCard } from '../../features/records/health-card.entity';
import { InsuranceKind, insuranceBits, paysFor } from '../../features/records/insurance-kind.types';
import type { Visit } from '../../features/records/visit.entity';
import { monthNumber } from '../../shared/months.rules';
import { below, chance, type RandomSource } from '../random';
import { healthRefund, lumpSum, maternity, pension, sickness } from './benefits';
import { cards, coverageOfObject, visits } from './care';
import { career } from './career';
import type { WorkWorld } from './work-world';

/** A made-up person with everything that is on record about them. */
export interface PersonBundle {
  readonly person: OpenPerson;
  readonly documents: readonly OpenDocument[];
  readonly contributions: readonly Contribution[];
  readonly benefits: readonly Benefit[];
  readonly visits: readonly Visit[];
  readonly cards: readonly HealthCard[];
}

const RETIREMENT_AGE: Readonly<Record<Sex, number>> = { MALE: 60, FEMALE: 55 };
const SCHOOL_AGE = 6;
const FIRST_VISIT_YEAR = 2022;
const HEALTH_ONLY = insuranceBits([InsuranceKind.HEALTH]);

/** The insurance records of a person in the made-up present `year`. */
export function recordsOf(
  random: RandomSource,
  person: OpenPerson,
  births: readonly string[],
  world: WorkWorld,
  year: number,
): Omit<PersonBundle, 'person' | 'documents'> {
  const { personId, sex } = person;
  const birthYear = Number(person.dateOfBirth.slice(0, 4));
  const age = year - birthYear;
  const isRetired = age >= RETIREMENT_AGE[sex];
  const worked = age >= 18 && chance(random, 0.78);
  const jobs = worked
    ? career(
        random,
        workingLife(random, birthYear, isRetired ? RETIREMENT_AGE[sex] : age),
        world.workplaces,
        world.statutory,
      )
    : [];
  const hasWorked = jobs.length > 0;
  const objectCode = objectOf(age, hasWorked, isRetired);
  const isPaidByOthers = hasWorked && !isRetired;
  const paid = isPaidByOthers ? jobs : [...jobs, ...healthYears(random, age, year)];
  const benefits = [
    ...Array.from({ length: worked ? below(random, 3) : 0 }, () => sickness(random, jobs)),
    ...births.map((birthDay) => maternity(birthDay, jobs, world.statutory)),
    isRetired || !worked ? null : lumpSum(random, jobs),
    isRetired && hasWorked ? pension(random, `${birthYear + RETIREMENT_AGE[sex]}-07`) : null,
    chance(random, 0.05) ? healthRefund(random, year) : null,
  ].filter((benefit) => benefit !== null);
  const seen = {
    first: Math.max(FIRST_VISIT_YEAR, birthYear + 1),
    last: year,
    perYear: age > 55 || age < 6 ? 0.55 : 0.22,
  };
  const owned = <Row>(rows: readonly Row[]): (Row & { personId: number })[] =>
    rows.map((row) => ({ personId, ...row }));
  const holder = {
    objectCode,
    insured: paid.filter(({ kindBits }) => paysFor(kindBits, InsuranceKind.HEALTH)),
    provinceCode: person.provinceCode ?? '01',
  };
  return {
    contributions: owned(paid),
    benefits: owned(benefits),
    visits: owned(visits(random, seen, coverageOfObject(world.statutory, objectCode, year), world.clinics)),
    cards: owned(cards(random, holder, person.registeredClinicCode ?? '', year, world.statutory)),
  };
}

function workingLife(random: RandomSource, birthYear: number, untilAge: number): { from: number; to: number } {
  const from = monthNumber(`${birthYear + 18 + below(random, 7)}-01`) + below(random, 12);
  return { from, to: monthNumber(`${birthYear + untilAge}-06`) };
}

/** Years that a household, a school or the state paid health insurance for. */
function healthYears(random: RandomSource, age: number, year: number): Omit<Contribution, 'personId'>[] {
  const years = Math.min(1 + below(random, 8), Math.max(1, age));
  return [
    {
      fromMonth: `${year - years + 1}-01`,
      toMonth: `${year}-06`,
      employerCode: '',
      employerName: null,
      position: null,
      workplace: null,
      kindBits: HEALTH_ONLY,
      salaryVnd: null,
      coefficient: null,
      currency: 'VND',
    },
  ];
}

function objectOf(age: number, hasWorked: boolean, isRetired: boolean): string {
  if (age < SCHOOL_AGE) return 'TE';
  if (age < 18) return 'HS';
  if (hasWorked) return isRetired ? 'HT' : 'DN';
  return 'GD';
}
