import { Ctx, Query, Resolver } from 'type-graphql';
import type { GatewayContext } from '../../context';
import { LISTING_KINDS } from '../listing/listing.types';
import { PUBLISHED_KINDS } from '../publication/publication.types';
import { DIRECTORY_KINDS, DirectoryRevision } from './directory-revision.types';

@Resolver()
export class RevisionResolver {
  @Query(() => DirectoryRevision, { description: 'The published state of the directory that answers.' })
  directoryRevision(@Ctx() { directory }: GatewayContext): DirectoryRevision {
    const { snapshot } = directory;
    const { number, publishedAt, counts } = snapshot.revision;
    return {
      number,
      publishedAt,
      counts: PUBLISHED_KINDS.map((kind) => ({ kind: DIRECTORY_KINDS[kind], total: counts[kind] ?? 0 })),
      containsDemonstration: LISTING_KINDS.some((kind) => snapshot.listings(kind).packed.hasDemonstration),
    };
  }
}
