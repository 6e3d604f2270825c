import { IdentityDocumentKind } from '../../src/features/people/document/identity-document.types';
import { type PosedChallenge, solutionOf } from '../setup/proof-of-work';
import { SAMPLES, type Times, toldApart } from '../setup/same-time';
import { testDatabase } from '../setup/test-database';
import { PersonalGateway } from './personal-gateway';
import { samplePerson } from './sample-people';

const FIND = `mutation FindBhxhCode($input: FindBhxhCodeInput!) { findBhxhCode(input: $input) { __typename
  ... on ChallengeRequired { challenge { algorithm challenge salt signature maxNumber } } } }`;

interface Lookup {
  readonly findBhxhCode: { readonly __typename: string; readonly challenge?: PosedChallenge };
}
/** `TIMING_TRIES=1000` makes the full proof of it. */
const TRIES = Number(process.env['TIMING_TRIES'] ?? 40);
const ALL_TRIES = SAMPLES * TRIES;
/** Someone asked for too often already. */
const BLOCKED = samplePerson(90_000);
/** So many wrong lookups of one number are answered; the first of them cost the usual work. */
const WRONG_LOOKUPS = 10;
const FREE_WRONG_LOOKUPS = 4;
const { CMND } = IdentityDocumentKind;
const UNDATED = { issuedOn: null, issuedBy: null };
const cmndOf = (personId: number): string => `99${String(personId).padStart(7, '0')}`;
/** Above what the work takes also on a busy machine, as the service has it. */
const ANSWER_MS = 100;

/** Facts that lead to one person, to nobody, to someone of another name, to several, and to someone asked for too often. */
const SORTS = ['found', 'unknown', 'wrong name', 'several', 'blocked'] as const;
type Sort = (typeof SORTS)[number];

it(
  'takes the same time whether someone is found, unknown, misnamed, one of several, or asked for too often',
  async () => {
    const { database } = await testDatabase('sqlite');
    const gateway = new PersonalGateway(database, { answerMs: ANSWER_MS });
    gateway.now = new Date();
    const people = Array.from({ length: 2 * ALL_TRIES }, (_, index) => samplePerson(index + 1));
    const twins = Array.from({ length: 2 * ALL_TRIES }, (_, index) =>
      samplePerson(10_000 + index, { phone: `0998${String(index >> 1).padStart(6, '0')}` }),
    );
    await gateway.data.take('people', [...people, ...twins, BLOCKED]);
    const papers = people.map(({ personId }) => ({ personId, kind: CMND, number: cmndOf(personId), ...UNDATED }));
    await gateway.data.take('identityDocuments', papers);
    /** Every second one by an identity paper. */
    const byNumber = (time: number, ending: number, place = '999190'): object =>
      time % 2 === 0
        ? { personalIdNumber: `${place}${String(ending).padStart(6, '0')}` }
        : { documentNumber: place === '999190' ? cmndOf(ending) : `98${String(ending).padStart(7, '0')}` };
    const factsOf = {
      found: (time: number) => byNumber(time, time + 1),
      unknown: (time: number) => byNumber(time, time + 1, '999290'),
      'wrong name': (time: number) => ({
        ...byNumber(time, ALL_TRIES + time + 1),
        fullName: 'Nguyễn Thị Khác',
      }),
      several: (time: number) => ({ provinceCode: '01', phone: `0998${String(time).padStart(6, '0')}` }),
      blocked: () => ({ personalIdNumber: BLOCKED.personalIdNumber }),
    };
    const inputOf = async (facts: object): Promise<object> => {
      const challengeSolution = await gateway.solution();
      return { fullName: 'Nguyễn Thị Thử', dateOfBirth: '1990-05-15', ...facts, challengeSolution };
    };
    /** With the work that many wrong lookups of the number cost. */
    const laboredInputOf = async (facts: object): Promise<object> => {
      const input = await inputOf(facts);
      const { findBhxhCode } = await gateway.ask<Lookup>(FIND, { input }, { caller: 'who is told what it costs' });
      if (!findBhxhCode.challenge) throw new Error('A number that was asked for often costs no more work.');
      return { ...input, challengeSolution: await solutionOf(findBhxhCode.challenge) };
    };
    const wrong = { ...factsOf.blocked(), fullName: 'Người Khác' };
    for (let time = 0; time < WRONG_LOOKUPS; time++) {
      const input = time < FREE_WRONG_LOOKUPS ? await inputOf(wrong) : await laboredInputOf(wrong);
      await gateway.ask(FIND, { input }, { caller: `first ${time}` });
    }
    const sample = async (round: number): Promise<Times<Sort>> => {
      const taken: Times<Sort> = { found: [], unknown: [], 'wrong name': [], several: [], blocked: [] };
      for (let time = round * TRIES; time < (round + 1) * TRIES; time++) {
        // Challenges run out by the real clock, and a thousand tries take longer than one lives.
        gateway.now = new Date();
        // In turns, so that what else the machine does meets all of them alike.
        const turn = SORTS.map((_, place) => SORTS[(place + time) % SORTS.length] ?? 'found');
        const inputs = await Promise.all(
          turn.map((sort) => (sort === 'blocked' ? laboredInputOf : inputOf)(factsOf[sort](time))),
        );
        for (const [place, sort] of turn.entries()) {
          const begun = performance.now();
          const answer = await gateway.ask<Lookup>(FIND, { input: inputs[place] }, { caller: `${sort} ${time}` });
          taken[sort].push(performance.now() - begun);
          expect(answer.findBhxhCode.__typename).toBe(sort === 'found' ? 'BhxhCodeFound' : 'BhxhCodeNotConfirmed');
        }
      }
      return taken;
    };
    const pairs = SORTS.slice(1).map((sort) => ['found', sort] as const);
    expect(await toldApart(pairs, TRIES < 1_000 ? 0.001 : 0.01, sample)).toEqual([]);
  },
  300_000 + ALL_TRIES * 2_000,
);
