import { createUnionType } from 'type-graphql';
import { NotFound } from '../../../shared/input-faults.types';
import { SessionEnded } from './sign-in.types';

export const EndSessionResult = createUnionType({
  name: 'EndSessionResult',
  description: 'What became of ending a session.',
  types: () => [SessionEnded, NotFound] as const,
  resolveType: (value) => ('endedAt' in value ? SessionEnded : NotFound),
});
