import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type SessionKeeping } from './parts';
import { forgottenCookie, sessionCookie, sessionTokenOf } from './session-cookie';

/** The session that a request brings along, and how its browser is told to keep or forget one. */
export function sessionKeeping(request: FastifyRequest, reply: FastifyReply): SessionKeeping {
  const isSecure = request.protocol === 'https';
  return {
    token: sessionTokenOf({ headers: request.headers, isSecure }),
    keep: (token, expiresAt) => void reply.header('set-cookie', sessionCookie(token, expiresAt, isSecure)),
    forget: () => void reply.header('set-cookie', forgottenCookie(isSecure)),
  };
}
