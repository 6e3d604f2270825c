import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { MaybePromise } from '../../../shared/maybe-promise';
import type { GatewayContext } from '../../context';
import { Unit } from '../../geography/unit/unit.entity';
import { currentUnitOf } from '../../geography/unit/current-unit.rules';
import { Listing } from '../listing/listing.entity';
import { Source } from '../listing/source.entity';
import { DateScalar } from '../../../shared/scalars';
import { ListingKind } from './listing-kind.types';

@Resolver(() => Listing)
export class ListingResolver {
  @FieldResolver(() => ListingKind, { description: 'Kind of the entry (loại mục).' })
  entryKind(@Root() listing: Listing): string {
    return listing.listingKind;
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'Day on which the source was last checked (ngày kiểm tra nguồn, YYYY-MM-DD).',
  })
  verifiedOn(@Root() listing: Listing): string | null {
    return listing.verifiedAt;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The unit of today the entry lies in (đơn vị hành chính hiện nay): the smallest that is certain.',
  })
  unit(@Root() listing: Listing, @Ctx() { directory }: GatewayContext): Unit | null {
    const view = directory.of(listing);
    const { units, communes } = view.snapshot.geography;
    const stated = units.get(listing.unitKey);
    return stated ? view.unit(currentUnitOf(stated, listing, units, communes) ?? undefined) : null;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The unit as the source states it, old or new (đơn vị theo nguồn).',
  })
  statedUnit(@Root() listing: Listing, @Ctx() { directory }: GatewayContext): Unit | null {
    const view = directory.of(listing);
    return view.unit(view.snapshot.geography.units.get(listing.unitKey));
  }

  @FieldResolver(() => Source, { nullable: true, description: 'Where the entry comes from (nguồn).' })
  source(@Root() listing: Listing, @Ctx() { directory }: GatewayContext): MaybePromise<Source | null> {
    return directory.source(listing.sourceId);
  }
}
