import type { OpenPerson } from '../../people/person.store';
import { cardNumberText } from '../../people/card-number.rules';
import { contributionTime } from '../contribution-time.rules';
import type { Contribution } from '../contribution.entity';
import { coverageOf } from '../coverage.rules';
import type { HealthCard } from '../health-card.entity';
import { BenefitKind, InsuranceKind, paysFor } from '../insurance-kind.types';
import type { RecordStore } from '../record.store';
import type {
  ExportedBenefit,
  ExportedCard,
  ExportedContributions,
  ExportedRecord,
  ExportedVisit,
} from './personal-export.types';

/** The insurance record of a person or a child on the day `today`. */
export async function exportedRecord(person: OpenPerson, records: RecordStore, today: string): Promise<ExportedRecord> {
  const { personId } = person;
  const contributions = await records.contributions(personId);
  return {
    healthCards: (await records.cards(personId)).map((card) => exportedCard(card, person, today)),
    contributions: byKind(Object.values(InsuranceKind), (kind) =>
      paidFor(contributions.filter(({ kindBits }) => paysFor(kindBits, kind))),
    ),
    benefits: await exportedBenefits(personId, records),
    visits: await exportedVisits(personId, records),
  };
}

async function exportedBenefits(
  personId: number,
  records: RecordStore,
): Promise<Record<BenefitKind, ExportedBenefit[]>> {
  const found = new Map<BenefitKind, ExportedBenefit[]>();
  for (const kind of Object.values(BenefitKind)) {
    const benefits = await records.benefits(personId, kind);
    found.set(
      kind,
      benefits.map(({ regime, fromDay, toDay, amountVnd, filedBy }) => {
        return { regime, from: fromDay, to: toDay, amountVnd, filedBy };
      }),
    );
  }
  return byKind(Object.values(BenefitKind), (kind) => found.get(kind) ?? []);
}

async function exportedVisits(personId: number, records: RecordStore): Promise<ExportedVisit[]> {
  const visits: ExportedVisit[] = [];
  for (const year of await records.visitYears(personId)) {
    for (const { personId: _key, admittedOn, dischargedOn, ...visit } of await records.visits(personId, year)) {
      visits.push({ ...visit, admittedAt: admittedOn, dischargedAt: dischargedOn });
    }
  }
  return visits;
}

function paidFor(contributions: readonly Contribution[]): ExportedContributions {
  const periods = contributions.map(({ personId: _key, kindBits: _kinds, ...period }) => period);
  return { total: contributionTime(contributions), periods };
}

function exportedCard(card: HealthCard, person: OpenPerson, today: string): ExportedCard {
  const { objectCode, benefitLevel, validFrom, validUntil, fiveYearsFrom } = card;
  return {
    number: cardNumberText({ ...card, bhxhCode: person.bhxhCode }),
    objectCode,
    benefitLevel,
    coveragePercent: coverageOf(benefitLevel, today),
    validFrom,
    validUntil,
    fiveYearsFrom,
    registeredClinicCode: card.registeredClinicCode ?? person.registeredClinicCode,
  };
}

function byKind<K extends string, T>(kinds: readonly K[], valueOf: (kind: K) => T): Record<K, T> {
  return Object.fromEntries(kinds.map((kind) => [kind, valueOf(kind)])) as Record<K, T>;
}
