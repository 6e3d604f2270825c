import pino from 'pino';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { publishFirstDirectory } from '../../src/app/first-directory';
import { TestGateway } from '../directory/gateway';
import { testDatabase } from '../setup/test-database';

interface Found {
  readonly search: {
    readonly correctedText: string | null;
    readonly places: readonly { readonly unit: { readonly name: string }; readonly until: string | null }[];
    readonly edges: readonly { readonly reasons: readonly string[]; readonly node: { readonly name: string } }[];
  };
}

let gateway: TestGateway;
beforeAll(async () => {
  const { database } = await testDatabase('sqlite');
  await publishFirstDirectory(new PublicationService(database, PUBLISHED_TABLES), pino({ level: 'silent' }));
  gateway = new TestGateway(database);
  await gateway.snapshots.refresh();
}, 120_000);

const search = async (text: string): Promise<Found['search']> =>
  (
    await gateway.ask<Found>(
      `query ($text: String!) { search(text: $text, first: 5) {
        correctedText places { unit { name } until } edges { reasons node { name } } } }`,
      { text },
    )
  ).search;

test.each(['khám bệnh gần Cầu Giấy', 'BHXH Ba Đình', 'phường Trúc Bạch, Ba Đình, Hà Nội', 'phòng khám tư nhân'])(
  'the seeds know every word of %s: nothing is corrected',
  async (text) => {
    expect((await search(text)).correctedText).toBeNull();
  },
);

test('the former office of Ba Đình leads to what serves there now, not to another province', async () => {
  const { edges } = await search('BHXH Ba Đình');
  expect(edges[0]).toMatchObject({ node: { name: 'BHXH thành phố Hà Nội' } });
  expect(edges[0]?.reasons).toContain('FORMER');
});

test.each([
  ['khám bệnh gần Cầu Giấy', 'Phường Cầu Giấy', null],
  ['phường Trúc Bạch, Ba Đình, Hà Nội', 'Phường Trúc Bạch', '2025-06-30'],
  ['quận 1, TP.HCM', 'Quận 1', '2025-06-30'],
  ['Thừa Thiên Huế', 'Tỉnh Thừa Thiên Huế', '2024-12-31'],
])('%s names %s among the seeds', async (text, name, until) => {
  expect((await search(text)).places[0]).toEqual({ unit: { name }, until });
});
