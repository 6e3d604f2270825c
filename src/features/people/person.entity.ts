import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Sex as the insurance records it. */
export enum Sex {
  FEMALE = 'FEMALE',
  MALE = 'MALE',
}

/**
 * Someone insured. Identifiers and ways to reach the person are sealed; they are found through `PersonIdentifier`.
 * `personId` comes with the import and means nothing outside of the database.
 */
@Entity('person')
@Index('person_guardian', ['guardianId', 'personId'])
export class Person {
  @PrimaryColumn('integer')
  personId: number;

  @Column('varchar', { length: 200 })
  fullName: string;

  /** `YYYY-MM-DD`. */
  @Column('varchar', { length: 10 })
  dateOfBirth: string;

  @Column('varchar', { length: 8 })
  sex: Sex;

  @Column('varchar', { length: 120 })
  bhxhCodeSealed: string;

  @Column('varchar', { length: 120, nullable: true })
  personalIdNumberSealed: string | null;

  @Column('varchar', { length: 120, nullable: true })
  phoneSealed: string | null;

  @Column('varchar', { length: 500, nullable: true })
  emailSealed: string | null;

  @Column('varchar', { length: 400, nullable: true })
  address: string | null;

  /** Code of the province of the address: 2 digits. */
  @Column('varchar', { length: 2, nullable: true })
  provinceCode: string | null;

  /** The clinic that the card names for initial registration. */
  @Column('varchar', { length: 5, nullable: true })
  registeredClinicCode: string | null;

  /** `personId` of the parent or guardian whose right to see this child's data was approved. */
  @Column('integer', { nullable: true })
  guardianId: number | null;
}
