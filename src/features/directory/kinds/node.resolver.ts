import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { badInput } from '../../../shared/errors';
import { fromGlobalId } from '../../../shared/global-id';
import { Node } from '../../../shared/relay/node.types';
import type { GatewayContext } from '../../context';
import { Unit } from '../../geography/unit/unit.entity';
import type { DirectoryRequest } from '../directory-request';
import { LISTING_KINDS } from './listing-kinds';

const MOST_IDS = 100;
const REVISION =
  'Number of the revision in which to look, as an answer that was read from it names it; the published one when left out.';

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'The object with this opaque identifier; null when it is gone or was never.',
  })
  node(
    @Arg('id', () => ID, { description: 'Identifier from the field `id` of any object.' }) id: string,
    @Arg('revision', () => Int, { nullable: true, description: REVISION }) revision: number | undefined,
    @Ctx() { directory }: GatewayContext,
  ): Promise<Node | null> {
    return findNode(id, directory.at(revision ?? directory.snapshot.number));
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'The objects with these identifiers, in their order; null in the place of one that is gone.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'At most 100 identifiers.' }) ids: string[],
    @Arg('revision', () => Int, { nullable: true, description: REVISION }) revision: number | undefined,
    @Ctx() { directory }: GatewayContext,
  ): Promise<(Node | null)[]> {
    if (ids.length > MOST_IDS) {
      throw badInput('ids', {
        en: `\`ids\` may hold ${MOST_IDS} identifiers at most, not ${ids.length}.`,
        vi: `\`ids\` được chứa tối đa ${MOST_IDS} mã, không phải ${ids.length}.`,
      });
    }
    const view = directory.at(revision ?? directory.snapshot.number);
    return Promise.all(ids.map((id) => findNode(id, view)));
  }
}

async function findNode(id: string, directory: DirectoryRequest): Promise<Node | null> {
  const named = fromGlobalId(id);
  if (!named) return null;
  if (named.type === Unit.name) return directory.unit(directory.snapshot.geography.units.get(named.key));
  const kind = LISTING_KINDS.find(({ entity }) => entity.name === named.type);
  return kind ? directory.byCode(kind.entity, named.key) : null;
}
