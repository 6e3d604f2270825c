import { Field, ObjectType } from 'type-graphql';
import { ENDED_ROWS, type RowOf } from '../../../database/versioned-row.entity';
import { Column, Entity, Index } from 'typeorm';
import { Node } from '../../../shared/relay/node.types';
import { Listing } from '../listing/listing.entity';
import { EmployerStatus } from './employer.types';

/**
 * What is hidden of a sole trader who employs others, a natural person: beyond the public name, nothing that identifies
 * the person is shown (Law 91/2025/QH15 on the protection of personal data).
 */
const PRIVATE_DETAILS = {
  taxCode: null,
  address: null,
  phoneNumbers: null,
  email: null,
  website: null,
  latitude: null,
  longitude: null,
  positionPrecision: null,
} as const satisfies Partial<RowOf<Employer>>;

/** An employer that takes part in social insurance (đơn vị tham gia BHXH). */
@Entity('employer')
@Index('employer_ended', ['revisionUntil'], { where: ENDED_ROWS })
@Index('employer_begun', ['revisionFrom'])
@Index('employer_code', ['code', 'revisionFrom'], { unique: true })
@Index('employer_tax_code', ['taxCode'])
@ObjectType({
  implements: [Node, Listing],
  description: 'An employer that takes part in social insurance (đơn vị tham gia BHXH).',
})
export class Employer extends Listing {
  static readonly kind = 'EMPLOYER';

  @Field(() => String, {
    nullable: true,
    description: 'Tax code (mã số thuế); null for sole traders, who are natural persons.',
  })
  @Column('varchar', { length: 16, nullable: true })
  taxCode: string | null;

  @Field(() => EmployerStatus, { description: 'Whether it takes part (tình trạng tham gia).' })
  @Column('varchar', { length: 16 })
  status: EmployerStatus;

  /** A natural person who employs others: what identifies the person beyond the public name stays hidden. */
  @Column('boolean', { default: false })
  soleTrader: boolean;

  @Column('varchar', { length: 40, nullable: true })
  managingOfficeCode: string | null;

  override shown(): this {
    return this.soleTrader ? Object.assign(this, PRIVATE_DETAILS) : this;
  }
}
