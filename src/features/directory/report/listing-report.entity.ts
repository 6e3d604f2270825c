import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A report of a wrong entry. Who sent it is not kept. */
@Entity('listing_report')
@Index('listing_report_open', ['status', 'createdAt'])
export class ListingReport {
  /** What the reporter follows it with; not guessable. */
  @PrimaryColumn('varchar', { length: 24 })
  trackingCode: string;

  @Column('varchar', { length: 16 })
  listingKind: string;

  /** Code of the entry, or null for one that is missing from the directory. */
  @Column('varchar', { length: 40, nullable: true })
  listingCode: string | null;

  @Column('varchar', { length: 24 })
  reason: string;

  @Column('varchar', { length: 2000 })
  message: string;

  /** Where the reporter says the entry is. */
  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;

  @Column('varchar', { length: 16 })
  status: string;

  /** What the operator answered. */
  @Column('varchar', { length: 2000, nullable: true })
  answer: string | null;

  /** ISO 8601 instants, UTC. */
  @Column('varchar', { length: 24 })
  createdAt: string;

  @Column('varchar', { length: 24 })
  updatedAt: string;
}
