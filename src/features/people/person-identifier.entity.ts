import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Leads from the blind index of an identifier to the person. It is the one personal table that cannot lead with the
 * person's key, because it is how that key is found; it holds nothing that anyone could read.
 */
@Entity('person_identifier', { withoutRowid: true })
@Index('person_identifier_person', ['personId'])
@Index('person_identifier_unsettled', ['personId'], { where: '"isSole" IS NULL' })
@Index('person_identifier_sole', ['blindIndex'], { unique: true, where: '"isSole"' })
export class PersonIdentifier {
  /** Made of the value and its purpose by the key ring. */
  @PrimaryColumn('varchar', { length: 40 })
  blindIndex: string;

  /** Several persons can have one telephone number. */
  @PrimaryColumn('integer')
  personId: number;

  /**
   * Whether it belongs to this person alone, as a BHXH code and a personal identity number do; the database refuses a
   * second holder. Null in rows from before this was noted, which `settleIdentifiers` settles.
   */
  @Column('boolean', { nullable: true })
  isSole: boolean | null;
}
