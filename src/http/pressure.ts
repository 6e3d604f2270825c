import underPressure from '@fastify/under-pressure';
import { type FastifyInstance } from 'fastify';
import { Refusal } from './refusal';
import { sendRefusal } from './fault-answers';

const RETRY_AFTER_SECONDS = 2;

/** Turns requests of this scope away while the process cannot keep up, so that it recovers instead of queueing. */
export async function turnAwayUnderPressure(scope: FastifyInstance, maxEventLoopDelayMs: number): Promise<void> {
  await scope.register(underPressure, {
    maxEventLoopDelay: maxEventLoopDelayMs,
    pressureHandler: (request, reply) => {
      reply.header('retry-after', RETRY_AFTER_SECONDS);
      void sendRefusal(request, reply, new Refusal('OVERLOADED'));
    },
  });
}
