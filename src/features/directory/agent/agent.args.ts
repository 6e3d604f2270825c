import { ArgsType, Field, InputType } from 'type-graphql';
import { ManagedListingFilter } from '../listing/listing-filter.args';
import { PlacedPageArgs } from '../lists/listing-list.args';
import { AgentKind, AgentService } from './agent.types';

@InputType({ description: 'Which collection points are wanted; all conditions hold together.' })
export class AgentFilter extends ManagedListingFilter {
  @Field(() => [AgentService], { nullable: true, description: 'Services that must all be offered (dịch vụ thu).' })
  services?: AgentService[] | null;

  @Field(() => AgentKind, { nullable: true, description: 'Who runs the point (loại điểm thu).' })
  kind?: AgentKind | null;

  @Field(() => [AgentKind], { nullable: true, description: 'Run by any of these (loại điểm thu).' })
  kinds?: AgentKind[] | null;
}

@ArgsType()
export class AgentsArgs extends PlacedPageArgs {
  @Field(() => AgentFilter, { nullable: true, description: 'Which collection points are wanted.' })
  filter?: AgentFilter | null;
}
