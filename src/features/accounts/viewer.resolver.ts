import { FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { IdentityDocumentView } from '../people/document/identity-document.types';
import { CurrentPerson, Requires } from '../protection/authorization';
import { SIGNED_IN } from '../protection/authorization.rules';
import type { SignedInPerson } from '../protection/principal';
import { passwordExpiresAt } from './account.rules';
import type { ProfileService } from './profile.service';
import type { SessionService } from './session/session.service';
import { sessionInfo } from './session/session-info';
import { Profile, SessionInfo, Viewer } from './viewer.types';

@Resolver(() => Viewer)
export class ViewerResolver {
  constructor(
    private readonly profiles: ProfileService,
    private readonly sessions: SessionService,
  ) {}

  @Requires(SIGNED_IN)
  @Query(() => Viewer, {
    nullable: true,
    description:
      'The person who is signed in. Fails with UNAUTHENTICATED, or with PASSWORD_CHANGE_REQUIRED while a new password is due.',
  })
  viewer(@CurrentPerson() { personId, sessionId, passwordSetAt }: SignedInPerson): Viewer {
    // An instance: of everything else each field resolver gets a copy, and could not tell that they belong together.
    return Object.assign(new Viewer(), { personId, sessionId, passwordExpiresAt: passwordExpiresAt(passwordSetAt) });
  }

  @FieldResolver(() => Profile, { description: 'What is on record about the person (quản lý cá nhân).' })
  profile(@Root() viewer: Viewer): Promise<Profile> {
    return this.profiles.profile(viewer);
  }

  @FieldResolver(() => [SessionInfo], {
    name: 'sessions',
    description: 'The devices that are signed in, the one used last first; with one device at a time, this one.',
  })
  async sessionList(@Root() { personId, sessionId }: Viewer): Promise<SessionInfo[]> {
    const sessions = await this.sessions.ofPerson(personId);
    return sessions.map((session) => sessionInfo(session, sessionId));
  }
}

/** What belongs to a profile and is kept apart from it. */
@Resolver(() => Profile)
export class ProfileResolver {
  constructor(private readonly profiles: ProfileService) {}

  @FieldResolver(() => [IdentityDocumentView], {
    description: 'The identity papers on record: CMND, CCCD, passport (giấy tờ tùy thân), at most one of each.',
  })
  identityDocuments(@Root() profile: Profile): Promise<IdentityDocumentView[]> {
    return this.profiles.identityDocuments(profile);
  }
}
