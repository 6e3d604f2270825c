import type { OpenPerson } from '../../people/person.store';
import { cardNumberText } from '../../people/card-number.rules';
import type { StatutoryTable } from '../../statutory/statutory-table';
import { contributionTime } from '../contribution-time.rules';
import type { Benefit } from '../benefit.entity';
import type { Contribution } from '../contribution.entity';
import { coverageOf } from '../coverage.rules';
import type { HealthCard } from '../health-card.entity';
import { BenefitKind, InsuranceKind, paysFor } from '../insurance-kind.types';
import type { RecordReaders } from '../record-reader';
import type { ExportedBenefit, ExportedCard, ExportedContributions, ExportedRecord } from './personal-export.types';

/** The insurance record of a person or a child on the day `today`. */
export async function exportedRecord(
  person: OpenPerson,
  readers: RecordReaders,
  statutory: StatutoryTable,
  today: string,
): Promise<ExportedRecord> {
  const { personId } = person;
  const records = readers.of(person);
  const contributions = await records.contributions(personId);
  return {
    healthCards: (await records.cards(personId)).map((card) =>
      exportedCard(card, person, coverageOf(statutory, card.benefitLevel, today)?.value ?? null),
    ),
    contributions: byKind(Object.values(InsuranceKind), (kind) =>
      paidFor(contributions.filter(({ kindBits }) => paysFor(kindBits, kind))),
    ),
    benefits: exportedBenefits(await records.benefits(personId)),
    visits: (await records.visits(personId)).map(({ personId: _key, admittedOn, dischargedOn, ...visit }) => {
      return { ...visit, admittedAt: admittedOn, dischargedAt: dischargedOn };
    }),
  };
}

function exportedBenefits(benefits: readonly Benefit[]): Record<BenefitKind, ExportedBenefit[]> {
  return byKind(Object.values(BenefitKind), (kind) =>
    benefits
      .filter((benefit) => benefit.kind === String(kind))
      .map(({ regime, fromDay, toDay, amountVnd, filedBy }) => {
        return { regime, from: fromDay, to: toDay, amountVnd, filedBy };
      }),
  );
}

function paidFor(contributions: readonly Contribution[]): ExportedContributions {
  const periods = contributions.map(({ personId: _key, kindBits: _kinds, ...period }) => period);
  return { total: contributionTime(contributions), periods };
}

function exportedCard(card: HealthCard, person: OpenPerson, coveragePercent: number | null): ExportedCard {
  const { objectCode, benefitLevel, validFrom, validUntil, fiveYearsFrom } = card;
  return {
    number: cardNumberText({ ...card, bhxhCode: person.bhxhCode }),
    objectCode,
    benefitLevel,
    coveragePercent,
    validFrom,
    validUntil,
    fiveYearsFrom,
    registeredClinicCode: card.registeredClinicCode ?? person.registeredClinicCode,
    issuingOfficeCode: card.issuingOfficeCode,
  };
}

function byKind<K extends string, T>(kinds: readonly K[], valueOf: (kind: K) => T): Record<K, T> {
  return Object.fromEntries(kinds.map((kind) => [kind, valueOf(kind)])) as Record<K, T>;
}
