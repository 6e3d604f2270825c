import type { Database } from '../database/database';
import { ProfileService } from '../features/accounts/profile.service';
import { SessionService } from '../features/accounts/session/session.service';
import { SessionStore } from '../features/accounts/session/session.store';
import { ViewerResolver } from '../features/accounts/viewer.resolver';
import { PersonStore } from '../features/people/person.store';
import type { KeyRing } from '../shared/sealing/key-ring';
import type { MadeResolvers } from './services';

/** What signing in and being signed in is made of. */
export interface AccountServices {
  readonly sessions: SessionService;
  /** The resolvers of accounts, by their class. */
  readonly resolvers: MadeResolvers;
}

/** Puts the services of accounts together. */
export function accountServices(database: Database, keyRing: KeyRing): AccountServices {
  const sessions = new SessionService(new SessionStore(database), keyRing);
  const profiles = new ProfileService(new PersonStore(database, keyRing));
  return { sessions, resolvers: [[ViewerResolver, new ViewerResolver(profiles, sessions)]] };
}
