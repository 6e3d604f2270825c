import { toGlobalId } from '../../../shared/global-id';
import type { NamedNode, PersonalNodes } from '../../protection/personal-nodes';
import type { SignedInPerson } from '../../protection/principal';
import { SessionInfo } from '../viewer.types';
import type { Session } from './session.entity';
import type { SessionService } from './session.service';

/** A session as its person sees it from the session that asks. */
export function sessionInfo(session: Session, askingId: string): SessionInfo {
  const { id, deviceName, createdAt, lastUsedAt } = session;
  const current = id === askingId;
  return Object.assign(new SessionInfo(), {
    id: toGlobalId('Session', id),
    deviceName,
    createdAt,
    lastUsedAt,
    current,
  });
}

/** Finds sessions of the person who asks by identifier. */
export class SessionNodes implements PersonalNodes {
  readonly types: readonly string[] = ['Session'];

  constructor(private readonly sessions: Pick<SessionService, 'ofPerson'>) {}

  async find({ key }: NamedNode, { personId, sessionId }: SignedInPerson): Promise<SessionInfo | null> {
    const session = (await this.sessions.ofPerson(personId)).find(({ id }) => id === key);
    return session ? sessionInfo(session, sessionId) : null;
  }
}
