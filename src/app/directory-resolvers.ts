import type { Database } from '../database/database';
import { LISTING_KINDS } from '../features/directory/kinds/listing-kinds';
import { FacetResolver } from '../features/directory/facet/facet.resolver';
import { ListingListService } from '../features/directory/lists/listing-list.service';
import { ListingResolver } from '../features/directory/kinds/listing.resolver';
import { NodeResolver } from '../features/directory/kinds/node.resolver';
import { SourceResolver } from '../features/directory/kinds/source.resolver';
import { LocationResolver } from '../features/directory/location/location.resolver';
import { MapResolver } from '../features/directory/map/map.resolver';
import { MapService } from '../features/directory/map/map.service';
import { PlaceResolver } from '../features/directory/place/place.resolver';
import { RevisionResolver } from '../features/directory/revision/directory-revision.resolver';
import { ListingReportResolver } from '../features/directory/report/listing-report.resolver';
import type { AttemptStore } from '../features/protection/attempts/attempt.store';
import type { PersonalNodes } from '../features/protection/personal-nodes';
import { ListingReportStore } from '../features/directory/report/listing-report.store';
import { ListingReportService } from '../features/directory/report/listing-report.service';
import {
  SearchConnectionResolver,
  SearchResolver,
  SuggestionResolver,
} from '../features/directory/search-box/search.resolver';
import { UnitResolver } from '../features/directory/unit/unit.resolver';

/** What the resolvers of the public directory share with the rest of the service. */
interface DirectoryResolverParts {
  readonly database: Database;
  readonly attempts: AttemptStore;
  /** Where identifiers lead that are not of the directory. */
  readonly personal: readonly PersonalNodes[];
  readonly now?: (() => Date) | undefined;
}

/** Makes the resolvers of the public directory. */
export function directoryResolvers({ database, attempts, personal, now }: DirectoryResolverParts): object[] {
  const lists = new ListingListService();
  return [
    ...LISTING_KINDS.map(({ resolver: KindResolver }) => new KindResolver(lists)),
    new ListingResolver(),
    new SourceResolver(),
    new NodeResolver(personal),
    new SearchResolver(),
    new SearchConnectionResolver(),
    new SuggestionResolver(),
    new MapResolver(new MapService()),
    new FacetResolver(),
    new LocationResolver(),
    new PlaceResolver(),
    new UnitResolver(),
    new RevisionResolver(),
    new ListingReportResolver(new ListingReportService(database, new ListingReportStore(database, now), attempts, now)),
  ];
}
