import { Field, ObjectType } from 'type-graphql';
import { ENDED_ROWS } from '../../../database/versioned-row.entity';
import { Column, Entity, Index } from 'typeorm';
import { Node } from '../../../shared/relay/node.types';
import { Listing } from '../listing/listing.entity';
import { Department, OfficeLevel, TemporarySeat } from './office.types';

/** An office of the agency (cơ quan BHXH). */
@Entity('office')
@Index('office_ended', ['revisionUntil'], { where: ENDED_ROWS })
@Index('office_begun', ['revisionFrom'])
@Index('office_code', ['code', 'revisionFrom'], { unique: true })
@ObjectType({ implements: [Node, Listing], description: 'An office of the agency (cơ quan BHXH).' })
export class Office extends Listing {
  static readonly kind = 'OFFICE';

  @Field(() => OfficeLevel, { description: 'Where the office stands in the agency (cấp).' })
  @Column('varchar', { length: 16 })
  level: OfficeLevel;

  @Field(() => Boolean, { description: 'False when the code is a key made for this directory, not one of the agency.' })
  @Column('boolean', { default: true })
  codeIsOfficial: boolean;

  /** Code of the office above. */
  @Column('varchar', { length: 40, nullable: true })
  parentCode: string | null;

  @Column('simple-json', { nullable: true })
  departmentList: Department[] | null;

  @Column('varchar', { length: 500, nullable: true })
  temporarySeatAddress: string | null;

  @Column('varchar', { length: 10, nullable: true })
  temporarySeatUntil: string | null;

  /** Codes of the offices whose work this one took over. */
  @Column('simple-json', { nullable: true })
  predecessorCodes: string[] | null;

  @Field(() => [Department], { description: 'Departments with their telephones (phòng ban).' })
  get departments(): Department[] {
    return this.departmentList ?? [];
  }

  @Field(() => TemporarySeat, {
    nullable: true,
    description: 'Where the office sits for the time being, when not at its address.',
  })
  get temporarySeat(): TemporarySeat | null {
    return this.temporarySeatAddress === null
      ? null
      : { address: this.temporarySeatAddress, until: this.temporarySeatUntil };
  }

  @Field(() => OfficeLevel, { description: 'The same as `level`, under a name that no other kind has.' })
  get agencyLevel(): OfficeLevel {
    return this.level;
  }
}
