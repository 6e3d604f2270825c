import { Field, ObjectType } from 'type-graphql';
import { ENDED_ROWS } from '../../../database/versioned-row.entity';
import { Column, Entity, Index } from 'typeorm';
import { Node } from '../../../shared/relay/node.types';
import { Listing } from '../listing/listing.entity';
import { ClinicContract, ClinicLevel, ClinicType, FormerClinicLevel, SickLeaveAuthority } from './clinic.types';

/** A health facility contracted for health insurance (cơ sở khám chữa bệnh BHYT). */
@Entity('clinic')
@Index('clinic_ended', ['revisionUntil'], { where: ENDED_ROWS })
@Index('clinic_begun', ['revisionFrom'])
@Index('clinic_code', ['code', 'revisionFrom'], { unique: true })
@ObjectType({
  implements: [Node, Listing],
  description: 'A health facility contracted for health insurance (CSKCB BHYT).',
})
export class Clinic extends Listing {
  static readonly kind = 'CLINIC';

  @Field(() => ClinicType, { description: 'What sort of facility it is (loại hình).' })
  @Column('varchar', { length: 20 })
  type: ClinicType;

  @Field(() => ClinicLevel, {
    nullable: true,
    description: 'Professional level since 2025 (cấp chuyên môn); null when unknown.',
  })
  @Column('varchar', { length: 16, nullable: true })
  level: ClinicLevel | null;

  @Field(() => FormerClinicLevel, { nullable: true, description: 'Level until 2024 (tuyến); null when unknown.' })
  @Column('varchar', { length: 16, nullable: true })
  formerLevel: FormerClinicLevel | null;

  @Column('varchar', { length: 10, nullable: true })
  contractFrom: string | null;

  @Column('varchar', { length: 10, nullable: true })
  contractUntil: string | null;

  @Column('boolean', { nullable: true })
  initialRegistration: boolean | null;

  @Column('varchar', { length: 10, nullable: true })
  sickLeaveFrom: string | null;

  @Column('varchar', { length: 10, nullable: true })
  sickLeaveUntil: string | null;

  @Column('varchar', { length: 40, nullable: true })
  managingOfficeCode: string | null;

  @Field(() => ClinicContract, {
    nullable: true,
    description: 'The contract for insured treatment, or null when none is on record.',
  })
  get contract(): ClinicContract | null {
    if (this.contractFrom === null && this.contractUntil === null && this.initialRegistration === null) return null;
    return {
      validFrom: this.contractFrom,
      validUntil: this.contractUntil,
      initialRegistration: this.initialRegistration,
    };
  }

  @Field(() => SickLeaveAuthority, {
    nullable: true,
    description: 'The authority to issue sick-leave certificates, or null when none is on record.',
  })
  get sickLeaveAuthority(): SickLeaveAuthority | null {
    if (this.sickLeaveFrom === null && this.sickLeaveUntil === null) return null;
    return { validFrom: this.sickLeaveFrom, validUntil: this.sickLeaveUntil };
  }

  @Field(() => ClinicType, { description: 'The same as `type`, under a name that no other kind has.' })
  get facilityType(): ClinicType {
    return this.type;
  }

  @Field(() => ClinicLevel, {
    nullable: true,
    description: 'The same as `level`, under a name that no other kind has.',
  })
  get careLevel(): ClinicLevel | null {
    return this.level;
  }
}
