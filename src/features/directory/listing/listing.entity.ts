import { Field, ID, InterfaceType } from 'type-graphql';
import { Column } from 'typeorm';
import { VersionedRow } from '../../../database/versioned-row.entity';
import { toGlobalId } from '../../../shared/global-id';
import { Position, PositionPrecision } from '../../geography/position.types';
import { Node } from '../../../shared/relay/node.types';
import { Phone, type ListingKind } from './listing.types';
import { DateScalar } from '../../../shared/scalars';

/** The class of a kind of listings, by which the parts of the directory ask for its entries. */
export interface ListingClass<Entity extends Listing = Listing> {
  new (): Entity;
  /** Its value of the enum `ListingKind`. */
  readonly kind: ListingKind;
}

/** What every public entry of the directory has: name, place, provenance. */
@InterfaceType('Listing', {
  implements: Node,
  description: 'A public entry of the directory (mục tra cứu), of one of the kinds that `ListingKind` names.',
})
export abstract class Listing extends VersionedRow {
  /** The kind of this entry. */
  get listingKind(): ListingKind {
    return (this.constructor as ListingClass).kind;
  }

  /** The entry without what must not be shown to anyone; kinds that hold such a thing override it. */
  shown(): this {
    return this;
  }

  @Field(() => ID, { description: 'Opaque identifier, stable over revisions; give it to `node`.' })
  get id(): string {
    return toGlobalId(this.constructor.name, this.code);
  }

  @Field(() => String, { description: 'Code of the entry (mã), unique within its kind.' })
  @Column('varchar', { length: 40 })
  code: string;

  @Field(() => String, { description: 'Public name (tên), as the source writes it.' })
  @Column('varchar', { length: 500 })
  name: string;

  @Field(() => String, { nullable: true, description: 'Name the entry had before (tên cũ).' })
  @Column('varchar', { length: 500, nullable: true })
  formerName: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Address line as published (địa chỉ); it may name units that no longer exist.',
  })
  @Column('varchar', { length: 500, nullable: true })
  address: string | null;

  /** Key of the unit the source states, old or new. */
  @Column('varchar', { length: 40, nullable: true })
  unitKey: string | null;

  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;

  @Field(() => PositionPrecision, {
    nullable: true,
    description: 'How exactly the position is known (độ chính xác); null without position.',
  })
  @Column('varchar', { length: 16, nullable: true })
  positionPrecision: PositionPrecision | null;

  @Column('simple-json', { nullable: true })
  phoneNumbers: Phone[] | null;

  @Field(() => String, { nullable: true, description: 'E-mail address (thư điện tử).' })
  @Column('varchar', { length: 200, nullable: true })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'Web address (trang web).' })
  @Column('varchar', { length: 300, nullable: true })
  website: string | null;

  @Field(() => String, { nullable: true, description: 'Opening hours in words (giờ làm việc).' })
  @Column('varchar', { length: 500, nullable: true })
  openingHours: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day the entry exists (YYYY-MM-DD); null when unknown.',
  })
  @Column('varchar', { length: 10, nullable: true })
  validFrom: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day the entry exists (YYYY-MM-DD); null while it does.',
  })
  @Column('varchar', { length: 10, nullable: true })
  validUntil: string | null;

  @Column('integer')
  sourceId: number;

  @Field(() => DateScalar, { nullable: true, description: 'The same day as `verifiedOn`.' })
  @Column('varchar', { length: 10, nullable: true })
  verifiedAt: string | null;

  @Field(() => Boolean, {
    description: 'True for a made-up entry that only demonstrates the service (dữ liệu minh họa).',
  })
  @Column('boolean', { default: false })
  demonstration: boolean;

  @Field(() => Position, { nullable: true, description: 'Position on the map (vị trí), or null when none is known.' })
  get position(): Position | null {
    return this.latitude === null || this.longitude === null
      ? null
      : { latitude: this.latitude, longitude: this.longitude };
  }

  @Field(() => [Phone], { description: 'Telephone numbers (điện thoại), the main one first.' })
  get phones(): Phone[] {
    return this.phoneNumbers ?? [];
  }
}
