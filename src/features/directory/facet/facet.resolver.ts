import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { GatewayContext } from '../../context';
import { facetsOf } from './facet.service';
import { FacetsArgs, KindFacets } from './facet.types';

/** Counting goes through a kind once for each condition that is set: few such fields fit into one request. */
const estimatedCost = ({ childComplexity }: { childComplexity: number }): number => 2_000 + childComplexity;

@Resolver()
export class FacetResolver {
  @Query(() => [KindFacets], {
    description:
      'Counts beside the choices of filters, what is on record for each, and what taking a condition off would find (đếm theo bộ lọc).',
    complexity: estimatedCost,
  })
  facets(@Args(() => FacetsArgs) args: FacetsArgs, @Ctx() { directory }: GatewayContext): Promise<KindFacets[]> {
    return facetsOf(args, directory);
  }
}
