import { Field, ObjectType } from 'type-graphql';
import { ENDED_ROWS } from '../../../database/versioned-row.entity';
import { Column, Entity, Index } from 'typeorm';
import { Node } from '../../../shared/relay/node.types';
import { Listing } from '../listing/listing.entity';
import { AgentKind, AgentService } from './agent.types';

/** A collection point or agent (điểm thu, đại lý thu). */
@Entity('agent')
@Index('agent_ended', ['revisionUntil'], { where: ENDED_ROWS })
@Index('agent_begun', ['revisionFrom'])
@Index('agent_code', ['code', 'revisionFrom'], { unique: true })
@ObjectType({ implements: [Node, Listing], description: 'A collection point or agent (điểm thu, đại lý thu).' })
export class Agent extends Listing {
  static readonly kind = 'AGENT';

  @Field(() => AgentKind, { description: 'Who runs it (loại điểm thu).' })
  @Column('varchar', { length: 32 })
  kind: AgentKind;

  @Column('simple-json', { nullable: true })
  serviceList: AgentService[] | null;

  @Column('varchar', { length: 40, nullable: true })
  managingOfficeCode: string | null;

  @Field(() => [AgentService], { description: 'What can be paid there (dịch vụ thu).' })
  get services(): AgentService[] {
    return this.serviceList ?? [];
  }

  @Field(() => AgentKind, { description: 'The same as `kind`, under a name that no other kind has.' })
  get operatorKind(): AgentKind {
    return this.kind;
  }
}
