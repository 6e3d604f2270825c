import { Arg, Args, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../shared/relay/page.args';
import type { NotFound } from '../../shared/input-faults.types';
import { Viewer } from './viewer.types';
import { CurrentPerson, Requires } from '../protection/authorization';
import { SIGNED_IN } from '../protection/authorization.rules';
import type { SignedInPerson } from '../protection/principal';
import type { NoticeService } from '../notifications/notice.service';
import { MarkNoticesReadResult, NoticeConnection, type NoticesRead } from '../notifications/notice.types';

@Resolver(() => Viewer)
export class NoticeResolver {
  constructor(private readonly noticeService: NoticeService) {}

  @FieldResolver(() => NoticeConnection, { description: 'What the person was told, newest first (thông báo).' })
  notices(@Root() { personId }: Viewer, @Args(() => PageArgs) page: PageArgs): Promise<NoticeConnection> {
    return this.noticeService.page(personId, page);
  }

  @Requires(SIGNED_IN)
  @Mutation(() => MarkNoticesReadResult, {
    description: 'Marks a notice and all older ones as read (đánh dấu đã đọc).',
  })
  markNoticesRead(
    @Arg('upTo', () => ID, { description: 'The newest notice that was read.' }) upTo: string,
    @CurrentPerson() { personId }: SignedInPerson,
  ): Promise<NoticesRead | NotFound> {
    return this.noticeService.read(personId, upTo);
  }
}
