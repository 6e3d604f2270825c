import { Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Leads from the blind index of an identifier to the person. It is the one personal table that cannot lead with the
 * person's key, because it is how that key is found; it holds nothing that anyone could read.
 */
@Entity('person_identifier', { withoutRowid: true })
@Index('person_identifier_person', ['personId'])
export class PersonIdentifier {
  /** Made of the value and its purpose by the key ring. */
  @PrimaryColumn('varchar', { length: 40 })
  blindIndex: string;

  /** Several persons can have one telephone number. */
  @PrimaryColumn('integer')
  personId: number;
}
