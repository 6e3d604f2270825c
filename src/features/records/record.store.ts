import { In } from 'typeorm';
import type { Database } from '../../database/database';
import { Benefit } from './benefit.entity';
import { Contribution } from './contribution.entity';
import { HealthCard } from './health-card.entity';
import { Visit } from './visit.entity';

/** Reads the insurance records of persons, by their keys. One statement each. */
export class RecordStore {
  constructor(private readonly database: Database) {}

  /** All contributions, oldest first. */
  contributionsOf(personIds: readonly number[]): Promise<Contribution[]> {
    const order = { fromMonth: 'ASC', employerCode: 'ASC', kindBits: 'ASC' } as const;
    return this.database.read(Contribution).find({ where: { personId: In([...personIds]) }, order });
  }

  /** All benefits, newest first. */
  benefitsOf(personIds: readonly number[]): Promise<Benefit[]> {
    const order = { fromDay: 'DESC', regime: 'ASC' } as const;
    return this.database.read(Benefit).find({ where: { personId: In([...personIds]) }, order });
  }

  /** All visits, newest first. */
  visitsOf(personIds: readonly number[]): Promise<Visit[]> {
    const order = { admittedOn: 'DESC', clinicCode: 'ASC', visitCode: 'ASC' } as const;
    return this.database.read(Visit).find({ where: { personId: In([...personIds]) }, order });
  }

  /** All periods of the health cards, newest first. */
  cardsOf(personIds: readonly number[]): Promise<HealthCard[]> {
    return this.database
      .read(HealthCard)
      .find({ where: { personId: In([...personIds]) }, order: { validFrom: 'DESC' } });
  }

  /** All periods of one person's health card, newest first. */
  cards(personId: number): Promise<HealthCard[]> {
    return this.cardsOf([personId]);
  }
}
