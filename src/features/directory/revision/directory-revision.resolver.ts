import { Ctx, Query, Resolver } from 'type-graphql';
import type { GatewayContext } from '../../context';
import { LISTING_KINDS } from '../kinds/listing-kinds';
import { PUBLISHED_TABLES } from '../kinds/published-kinds';
import { DirectoryRevision } from './directory-revision.types';

@Resolver()
export class RevisionResolver {
  @Query(() => DirectoryRevision, { description: 'The published state of the directory that answers.' })
  directoryRevision(@Ctx() { directory }: GatewayContext): DirectoryRevision {
    const { snapshot } = directory;
    const { number, publishedAt, counts } = snapshot.revision;
    return {
      number,
      publishedAt,
      counts: PUBLISHED_TABLES.map(({ name, kind }) => ({ kind, total: counts[name] ?? 0 })),
      containsDemonstration: LISTING_KINDS.some(({ kind }) => snapshot.listings(kind).packed.hasDemonstration),
    };
  }
}
