import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { badInput } from '../../../shared/errors';
import { fromGlobalId } from '../../../shared/global-id';
import { Node } from '../../../shared/relay/node.types';
import { seenFields } from '../../../shared/seen-fields';
import type { GatewayContext } from '../../context';
import { Unit } from '../../geography/unit/unit.entity';
import { GivesToOwner } from '../../protection/authorization';
import type { NamedNode, PersonalNodes } from '../../protection/personal-nodes';
import type { DirectoryRequest } from '../directory-request';
import { LISTING_KINDS } from './listing-kinds';

const MOST_IDS = 100;
const REVISION =
  'Number of the revision in which to look, as an answer that was read from it names it; the published one when left out.';

@Resolver()
export class NodeResolver {
  constructor(private readonly personal: readonly PersonalNodes[]) {}

  @GivesToOwner()
  @Query(() => Node, {
    nullable: true,
    description:
      'The object with this opaque identifier; null when it is gone or was never, or is of a person other than who asks.',
  })
  node(
    @Arg('id', () => ID, { description: 'Identifier from the field `id` of any object.' }) id: string,
    @Arg('revision', () => Int, { nullable: true, description: REVISION }) revision: number | undefined,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Node | null> {
    return this.find(id, { context, revision, seen: seenFields(info) });
  }

  @GivesToOwner()
  @Query(() => [Node], {
    nullable: 'items',
    description:
      'The objects with these identifiers, in their order; null in the place of one that is gone or of a person other than who asks.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'At most 100 identifiers.' }) ids: string[],
    @Arg('revision', () => Int, { nullable: true, description: REVISION }) revision: number | undefined,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(Node | null)[]> {
    if (ids.length > MOST_IDS) {
      throw badInput('ids', {
        en: `\`ids\` may hold ${MOST_IDS} identifiers at most, not ${ids.length}.`,
        vi: `\`ids\` được chứa tối đa ${MOST_IDS} mã, không phải ${ids.length}.`,
      });
    }
    const terms = { context, revision, seen: seenFields(info) };
    return Promise.all(ids.map((id) => this.find(id, terms)));
  }

  private async find(id: string, { context, revision, seen }: Terms): Promise<Node | null> {
    const named = fromGlobalId(id);
    if (!named) return null;
    const owned = this.personal.find(({ types }) => types.includes(named.type));
    if (owned) return ofPerson(owned, { ...named, seen }, context);
    const { directory } = context;
    return inDirectory(named, directory.at(revision ?? directory.snapshot.number));
  }
}

interface Terms {
  readonly context: GatewayContext;
  readonly revision: number | undefined;
  readonly seen: readonly string[];
}

/** For whoever may not see it, an object is not there: the answer tells nobody whether it is. */
async function ofPerson(
  owned: PersonalNodes,
  named: NamedNode,
  { principal, cachePolicy }: GatewayContext,
): Promise<Node | null> {
  cachePolicy.private();
  const asking = await principal.current();
  if (asking.kind !== 'person' || asking.mustChangePassword) return null;
  return owned.find(named, asking);
}

async function inDirectory(
  { type, key }: Pick<NamedNode, 'type' | 'key'>,
  directory: DirectoryRequest,
): Promise<Node | null> {
  if (type === Unit.name) return directory.unit(directory.snapshot.geography.units.get(key));
  const kind = LISTING_KINDS.find(({ entity }) => entity.name === type);
  return kind ? directory.byCode(kind.entity, key) : null;
}
