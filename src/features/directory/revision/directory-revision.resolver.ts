import { Ctx, Query, Resolver } from 'type-graphql';
import type { GatewayContext } from '../../context';
import { LISTING_KINDS } from '../kinds/listing-kinds';
import { PUBLISHED_TABLES } from '../kinds/published-kinds';
import { DirectoryRevision } from './directory-revision.types';

@Resolver()
export class RevisionResolver {
  @Query(() => DirectoryRevision, {
    description:
      'The state of the directory that answers: the one in which the lists of this operation are read when their cursors all name it, else the published one.',
  })
  async directoryRevision(@Ctx() { directory }: GatewayContext): Promise<DirectoryRevision> {
    // By then every field of the first level has begun, so that it is known which revisions their cursors name.
    await directory.work.turn();
    const { snapshot } = directory.walked;
    const { number, publishedAt, counts } = snapshot.revision;
    return {
      number,
      publishedAt,
      counts: PUBLISHED_TABLES.map(({ name, kind }) => ({ kind, total: counts[name] ?? 0 })),
      containsDemonstration: LISTING_KINDS.some(({ kind }) => snapshot.listings(kind).packed.hasDemonstration),
    };
  }
}
