import { type FastifyRequest } from 'fastify';

/** Name or address of a host, with or without a port. */
const HOST = /^[a-z0-9.-]+(?::\d+)?$|^\[[0-9a-f:.]+\](?::\d+)?$/i;

/** Scheme and host under which a request came, as a trusted proxy tells them; a host that is none counts as this machine. */
export function originOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${HOST.test(host) ? host : 'localhost'}`;
}
