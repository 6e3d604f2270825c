import { Args, FieldResolver, Resolver, Root } from 'type-graphql';
import { Viewer } from '../accounts/viewer.types';
import { PageArgs } from './page.args';
import type { AccessLedger } from './access-ledger';
import { AccessConnection } from './access.types';

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
