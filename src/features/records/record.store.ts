import { Between } from 'typeorm';
import type { Database } from '../../database/database';
import { Benefit } from './benefit.entity';
import { Contribution } from './contribution.entity';
import { HealthCard } from './health-card.entity';
import { Visit } from './visit.entity';

/** Reads the insurance records of one person; one statement each, by the person's key. */
export class RecordStore {
  constructor(private readonly database: Database) {}

  /** All contributions, oldest first. */
  contributions(personId: number): Promise<Contribution[]> {
    return this.database
      .read(Contribution)
      .find({ where: { personId }, order: { fromMonth: 'ASC', employerCode: 'ASC', kindBits: 'ASC' } });
  }

  /** All benefits of one sort, newest first. */
  benefits(personId: number, kind: string): Promise<Benefit[]> {
    return this.database.read(Benefit).find({ where: { personId, kind }, order: { fromDay: 'DESC', regime: 'ASC' } });
  }

  /** The visits of a year, newest first. */
  visits(personId: number, year: number): Promise<Visit[]> {
    const admittedOn = Between(`${year}-01-01`, `${year}-12-31`);
    return this.database
      .read(Visit)
      .find({ where: { personId, admittedOn }, order: { admittedOn: 'DESC', clinicCode: 'ASC' } });
  }

  /** The years with visits, newest first. */
  async visitYears(personId: number): Promise<number[]> {
    const rows = await this.database.read(Visit).find({ select: { admittedOn: true }, where: { personId } });
    return [...new Set(rows.map(({ admittedOn }) => Number(admittedOn.slice(0, 4))))].sort((one, other) => other - one);
  }

  /** All periods of the health card, newest first. */
  cards(personId: number): Promise<HealthCard[]> {
    return this.database.read(HealthCard).find({ where: { personId }, order: { validFrom: 'DESC' } });
  }
}
