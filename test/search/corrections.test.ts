import { ListingKind } from '../../src/features/directory/kinds/listing-kind.types';
import { type SearchResult } from '../../src/features/directory/search/search-engine.types';
import { SearchIndex } from '../../src/features/directory/search/index/search-index';
import { SearchIndexBuilder } from '../../src/features/directory/search/index/search-index-builder';
import { SearchEngine } from '../../src/features/directory/search/search-engine';
import { fixtureEngine, LISTINGS, UNITS } from './search-fixture';

const engine = fixtureEngine();
const search = (text: string, asTyped = false): SearchResult =>
  engine.search({ text, kinds: [ListingKind.CLINIC], asTyped, limit: 5, offset: 0 });
const names = ({ hits }: SearchResult): string[] =>
  hits.map(({ ordinal }) => LISTINGS[ListingKind.CLINIC][ordinal]?.name ?? '');

describe('as typed', () => {
  it.each(['bệnh viện bsch mai', 'benh vien bahc mai', 'benhvien cho ray', 'benh vien cho rayy'])(
    'nothing is mended: %s',
    (text) => {
      expect(search(text).correctedText).not.toBeNull();
      const plain = search(text, true);
      expect(plain.correctedText).toBeNull();
      expect(plain.hits.flatMap(({ reasons }) => reasons)).not.toContain('SPELLING');
    },
  );

  it.each(['benh vien bach mai', 'bv cho ray', '01929', 'trạm y tế phường 5'])(
    'what is rightly written is found the same: %s',
    (text) => {
      expect(names(search(text, true))[0]).toBe(names(search(text))[0]);
      expect(names(search(text, true))[0]).toBeDefined();
    },
  );
});

describe('a correction', () => {
  it('shows the word of the name, where only its beginning was typed with a slip', () => {
    expect(search('benh vien bach maj')).toMatchObject({ correctedText: 'benh vien bach mai' });
  });

  it('never touches the language of the directory, though no name has it', () => {
    const builder = new SearchIndexBuilder();
    const name = 'Doanh nghiệp tư nhân Bánh kẹo và May xuất khẩu Phòng Trà';
    builder.add({ code: '1', name, formerName: null, address: null, unitKey: null });
    const own = new SearchEngine(new Map([[ListingKind.EMPLOYER, new SearchIndex(builder.finish())]]), UNITS);
    const ask = (text: string): SearchResult =>
      own.search({ text, kinds: [ListingKind.EMPLOYER], limit: 1, offset: 0 });
    expect(ask('phòng khám tư nhân')).toMatchObject({ correctedText: null, total: 1 });
    expect(ask('phòng khảo tư nhân')).toMatchObject({ correctedText: 'phòng khẩu tư nhân', total: 1 });
  });
});
