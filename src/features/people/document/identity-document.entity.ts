import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { IdentityDocumentKind } from './identity-document.types';

/**
 * A paper that says who a person is: of each kind the one that counts. Its number is sealed, and found by a blind index,
 * which cannot lead with the person's key because it is how that key is found.
 */
@Entity('identity_document', { withoutRowid: true })
@Index('identity_document_number', ['numberIndex'], { unique: true })
export class IdentityDocument {
  @PrimaryColumn('integer')
  personId: number;

  @PrimaryColumn('varchar', { length: 12 })
  kind: IdentityDocumentKind;

  @Column('varchar', { length: 120 })
  numberSealed: string;

  /** Made of the number and its kind by the key ring: a number is one person's alone. */
  @Column('varchar', { length: 40 })
  numberIndex: string;

  /** Day of issue, `YYYY-MM-DD`. */
  @Column('varchar', { length: 10, nullable: true })
  issuedOn: string | null;

  /** Who issued it, and where. */
  @Column('varchar', { length: 200, nullable: true })
  issuedBy: string | null;
}
