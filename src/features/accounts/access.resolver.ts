import { Args, FieldResolver, Resolver, Root } from 'type-graphql';
import { Viewer } from './viewer.types';
import { PageArgs } from '../../shared/relay/page.args';
import type { AccessLedger } from '../people/access-ledger.store';
import { AccessConnection } from '../people/access.types';

@Resolver(() => Viewer)
export class AccessResolver {
  constructor(private readonly ledger: AccessLedger) {}

  @FieldResolver(() => AccessConnection, {
    description: "Who else looked at the person's data, newest first (ai đã xem dữ liệu của tôi).",
  })
  accessLog(@Root() { personId }: Viewer, @Args(() => PageArgs) page: PageArgs): Promise<AccessConnection> {
    return this.ledger.of(personId, page);
  }
}
