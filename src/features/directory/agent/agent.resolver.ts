import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { MaybePromise } from '../../../shared/maybe-promise';
import type { GatewayContext } from '../../context';
import { CodeArgs } from '../lists/code.args';
import type { ListingListService } from '../lists/listing-list.service';
import { AgentConnection } from './agent.connection';
import { Office } from '../office/office.entity';
import { AgentsArgs } from './agent.args';
import { Agent } from './agent.entity';
import { planAgents } from './agent.plan';

@Resolver(() => Agent)
export class AgentResolver {
  constructor(private readonly lists: ListingListService) {}

  @Query(() => Agent, {
    nullable: true,
    description: 'The collection point with this code (điểm thu); null when there is none.',
  })
  agent(@Args(() => CodeArgs) { code }: CodeArgs, @Ctx() { directory }: GatewayContext): MaybePromise<Agent | null> {
    return directory.byCode(Agent, code);
  }

  @Query(() => AgentConnection, { description: 'Collection points and agents (tra cứu điểm thu, đại lý thu).' })
  agents(@Args(() => AgentsArgs) args: AgentsArgs, @Ctx() { directory }: GatewayContext): Promise<AgentConnection> {
    const filter = args.filter ?? {};
    return this.lists.page(directory, {
      of: Agent,
      filter,
      plan: (terms) => planAgents(filter, terms),
      page: args,
    });
  }

  @FieldResolver(() => Office, { nullable: true, description: 'The office that manages the point (cơ quan quản lý).' })
  managingOffice(@Root() agent: Agent, @Ctx() { directory }: GatewayContext): MaybePromise<Office | null> {
    return directory.of(agent).byCode(Office, agent.managingOfficeCode);
  }
}
