import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { ENDED_ROWS, VersionedRow } from '../../../database/versioned-row.entity';
import { toGlobalId } from '../../../shared/global-id';
import { Node } from '../../../shared/relay/node.types';
import { Position } from '../position.types';
import type { UnitCode } from './unit.types';
import { DateScalar } from '../../../shared/scalars';

/** The three levels of administrative units; districts ended on 2025-06-30. */
export enum UnitLevel {
  PROVINCE = 'PROVINCE',
  DISTRICT = 'DISTRICT',
  COMMUNE = 'COMMUNE',
}
registerEnumType(UnitLevel, {
  name: 'UnitLevel',
  description: 'The level of an administrative unit (cấp đơn vị hành chính).',
  valuesConfig: {
    PROVINCE: { description: 'Province or city under central government (tỉnh, thành phố trực thuộc trung ương).' },
    DISTRICT: { description: 'District (quận, huyện, thị xã, thành phố thuộc tỉnh); none exists since 2025-07-01.' },
    COMMUNE: { description: 'Commune, ward or township (xã, phường, thị trấn, đặc khu).' },
  },
});

/**
 * An administrative unit during its validity. **A code alone does not name a unit**: `00004` is Trúc Bạch until
 * 2025-06-30 and Ba Đình since; level, code and first day together do, and `unitKey` joins them.
 */
@Entity('unit')
@Index('unit_ended', ['revisionUntil'], { where: ENDED_ROWS })
@Index('unit_begun', ['revisionFrom'])
@Index('unit_key', ['unitKey', 'revisionFrom'], { unique: true })
@Index('unit_code', ['code'])
@ObjectType({
  implements: Node,
  description: 'An administrative unit (đơn vị hành chính) during its validity, old or new.',
})
export class Unit extends VersionedRow {
  @Column('varchar', { length: 40 })
  unitKey: string;

  @Field(() => ID, { description: 'Opaque identifier, stable over revisions.' })
  get id(): string {
    return toGlobalId('Unit', this.unitKey);
  }

  @Field(() => String, {
    description: 'Official code: 2 digits (province), 3 (district), 5 (commune). Old and new units can share one.',
  })
  @Column('varchar', { length: 16 })
  code: string;

  @Field(() => UnitLevel, { description: 'Level of the unit (cấp).' })
  @Column('varchar', { length: 16 })
  level: UnitLevel;

  @Field(() => String, { description: 'Vietnamese name with its kind, for example `Phường Ba Đình`.' })
  @Column('varchar', { length: 200 })
  name: string;

  @Field(() => String, { nullable: true, description: 'Name in English.' })
  @Column('varchar', { length: 200, nullable: true })
  nameEn: string | null;

  /** Key of the unit that held this one during its validity. */
  @Column('varchar', { length: 40, nullable: true })
  parentKey: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of validity (YYYY-MM-DD); null means before the records begin.',
  })
  @Column('varchar', { length: 10, nullable: true })
  validFrom: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of validity (YYYY-MM-DD); null while the unit exists.',
  })
  @Column('varchar', { length: 10, nullable: true })
  validUntil: string | null;

  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;

  /** Null stands for none: see the field `otherCodes`. */
  @Column('simple-json', { nullable: true })
  otherCodes: UnitCode[] | null;

  @Field(() => Position, { nullable: true, description: 'A point inside the unit (điểm đại diện).' })
  get position(): Position | null {
    return this.latitude === null || this.longitude === null
      ? null
      : { latitude: this.latitude, longitude: this.longitude };
  }
}
