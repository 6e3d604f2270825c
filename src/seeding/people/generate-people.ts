import { type OpenPerson } from '../../features/people/person.store';
import { Sex } from '../../features/people/person.entity';
import { type Place } from '../place';
import { below, chance, oneOf, randomSource, type RandomSource, weightedChoice } from '../random';
import { addressIn } from '../vocabulary/streets';
import { documents } from './documents';
import { givenNames, pickSurname } from './person-names';
import { type PersonBundle, recordsOf } from './records';
import {
  MAX_SYNTHETIC_PERSONS,
  syntheticBhxhCode,
  syntheticPersonalId,
  syntheticPersonId,
  syntheticPersonPhone,
} from './synthetic-persons';
import { type WorkWorld, workWorld } from './work-world';

/** How many made-up persons, from which seed, and where they live. */
export interface Population {
  readonly count: number;
  readonly seed: number;
  readonly places: readonly Place[];
}

/** The made-up present: fixed, so that the same seed gives the same population on every day. */
export const POPULATION_YEAR = 2026;
const ID_CARD_AGE = 14;

interface Home {
  readonly place: Place;
  readonly address: string;
  readonly clinicCode: string;
}

interface Plan {
  readonly sex: Sex;
  readonly birthYear: number;
  readonly surname: string;
  readonly guardianIndex: number | null;
  /** Days on which children were born, for a mother's leave. */
  readonly births: readonly string[];
  readonly dateOfBirth: string;
}

/**
 * A made-up population, household after household, with the insurance records of everyone. Names follow frequency, sex
 * and generation; children live with their parents, and one of these is their guardian. Every code, number and address
 * is of a form that cannot be anybody's.
 * @throws RangeError for more persons than there are codes, or without places.
 */
export function* generatePeople({ count, seed, places }: Population): Generator<PersonBundle, void, undefined> {
  if (count > MAX_SYNTHETIC_PERSONS) throw new RangeError(`At most ${MAX_SYNTHETIC_PERSONS} persons can be generated.`);
  const random = randomSource(seed, 'people');
  // A stream of its own: papers change nothing of who there is.
  const papers = randomSource(seed, 'people.documents');
  const world = workWorld(seed, places);
  const pickPlace = weightedChoice(places);
  let index = 0;
  while (index < count) {
    const place = pickPlace(random);
    const home = { place, address: addressIn(random, place.name), clinicCode: oneOf(random, world.clinics).code };
    for (const plan of household(random, index)) {
      if (index >= count) return;
      const made = personOf(random, index, plan, home, world);
      yield { ...made, documents: documents(papers, made.person, index, POPULATION_YEAR) };
      index++;
    }
  }
}

/** One or two adults and their children. */
function household(random: RandomSource, firstIndex: number): Plan[] {
  const adultYear = POPULATION_YEAR - 19 - Math.floor(62 * random() ** 1.2);
  const firstSex = chance(random, 0.5) ? Sex.MALE : Sex.FEMALE;
  const isCouple = adultYear < POPULATION_YEAR - 24 && chance(random, 0.75);
  const surnames = [pickSurname(random), pickSurname(random)] as const;
  const children = isCouple ? childrenYears(random, adultYear).map((year) => dayIn(random, year)) : [];
  const adult = (sex: Sex, surname: string): Plan => {
    const birthYear = sex === firstSex ? adultYear : adultYear + below(random, 7) - 3;
    const births = sex === Sex.FEMALE ? children : [];
    return { sex, birthYear, surname, guardianIndex: null, births, dateOfBirth: dayIn(random, birthYear) };
  };
  const plans = [adult(firstSex, surnames[0])];
  if (isCouple) plans.push(adult(firstSex === Sex.MALE ? Sex.FEMALE : Sex.MALE, surnames[1]));
  const father = firstSex === Sex.MALE ? surnames[0] : surnames[1];
  for (const dateOfBirth of children) {
    const sex = chance(random, 0.52) ? Sex.MALE : Sex.FEMALE;
    const birthYear = Number(dateOfBirth.slice(0, 4));
    const guardianIndex = firstIndex + below(random, 2);
    plans.push({ sex, birthYear, surname: father, guardianIndex, births: [], dateOfBirth });
  }
  return plans;
}

/** Years in which children were born that are still under age. */
function childrenYears(random: RandomSource, parentYear: number): number[] {
  const first = parentYear + 23 + below(random, 9);
  const years = [first, first + 2 + below(random, 4), first + 7 + below(random, 4)].slice(0, below(random, 4));
  return years.filter((year) => year > POPULATION_YEAR - 18 && year < POPULATION_YEAR);
}

function dayIn(random: RandomSource, year: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${year}-${two(1 + below(random, 12))}-${two(1 + below(random, 28))}`;
}

function personOf(
  random: RandomSource,
  index: number,
  plan: Plan,
  home: Home,
  world: WorkWorld,
): Omit<PersonBundle, 'documents'> {
  const isAdult = plan.guardianIndex === null;
  const person: OpenPerson = {
    personId: syntheticPersonId(index),
    fullName: `${plan.surname} ${givenNames(random, plan.sex, plan.birthYear)}`,
    dateOfBirth: plan.dateOfBirth,
    sex: plan.sex,
    bhxhCode: syntheticBhxhCode(index),
    personalIdNumber:
      POPULATION_YEAR - plan.birthYear >= ID_CARD_AGE ? syntheticPersonalId(index, plan.sex, plan.birthYear) : null,
    phone: isAdult ? syntheticPersonPhone(index) : null,
    email: isAdult && chance(random, 0.4) ? `nguoi.${index}@example.invalid` : null,
    address: home.address,
    provinceCode: home.place.provinceCode,
    registeredClinicCode: home.clinicCode,
    guardianId: plan.guardianIndex === null ? null : syntheticPersonId(plan.guardianIndex),
  };
  return { person, ...recordsOf(random, person, plan.births, world, POPULATION_YEAR) };
}
