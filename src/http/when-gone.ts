import { type FastifyReply } from 'fastify';

/** Lets one be called back if the client goes away before it has its answer, at once if it has gone. */
export function whenGone(reply: FastifyReply): (listener: () => void) => void {
  return (listener) => {
    const tell = (): void => {
      if (!reply.raw.writableEnded) listener();
    };
    if (reply.raw.destroyed) tell();
    else reply.raw.once('close', tell);
  };
}
