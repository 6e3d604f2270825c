import { Arg, Args, ArgsType, Field, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { NotFound } from '../../shared/input-faults.types';
import { Viewer } from './viewer.types';
import { CurrentPerson, Requires } from '../protection/authorization';
import { SIGNED_IN } from '../protection/authorization.rules';
import type { SignedInPerson } from '../protection/principal';
import type { NoticeService } from '../notifications/notice.service';
import { MarkNoticesReadResult, NoticeConnection, type NoticesRead } from '../notifications/notice.types';

@ArgsType()
export class NoticesArgs {
  @Field(() => Int, { defaultValue: 20, description: 'Number of entries, 1 to 100.' })
  first: number;

  @Field(() => String, { nullable: true, description: 'Cursor after which the page begins.' })
  after?: string | null;
}

@Resolver(() => Viewer)
export class NoticeResolver {
  constructor(private readonly noticeService: NoticeService) {}

  @FieldResolver(() => NoticeConnection, { description: 'What the person was told, newest first (thông báo).' })
  notices(@Root() { personId }: Viewer, @Args() page: NoticesArgs): Promise<NoticeConnection> {
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
