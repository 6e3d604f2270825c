import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's access: at most one. Who the person is stands with the person. */
@Entity('account')
export class Account {
  /** The person whose access it is. */
  @PrimaryColumn('integer')
  personId: number;

  /** argon2id in the PHC string format. */
  @Column('varchar', { length: 200 })
  passwordHash: string;

  /** ISO 8601 instants, UTC. */
  @Column('varchar', { length: 24 })
  passwordSetAt: string;

  /** True until the person has replaced a password that someone else chose. */
  @Column('boolean')
  mustChangePassword: boolean;

  @Column('varchar', { length: 24 })
  createdAt: string;
}
