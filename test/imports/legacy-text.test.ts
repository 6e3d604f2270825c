import { legacyText } from '../../src/shared/vietnamese/legacy-text.rules';
import { FakePublication } from './fake-publication';
import { importInto } from './import-run';
import { SmallInput } from './small-input';
import { workbook } from './workbook-writer';

const latin = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

const READABLE: readonly (readonly [string, string, string])[] = [
  ['TCVN3', 'BÖnh viÖn ®a khoa', 'Bệnh viện đa khoa'],
  ['TCVN3', 'Thµnh phè Hå ChÝ Minh', 'Thành phố Hồ Chí Minh'],
  ['TCVN3', 'Tr¹m y tÕ ph­êng §èng §a, sè 5', 'Trạm y tế phường Đống Đa, số 5'],
  ['TCVN3', 'C«ng ty cæ phÇn', 'Công ty cổ phần'],
  ['VNI', 'Beänh vieän Höõu Nghò', 'Bệnh viện Hữu Nghị'],
  ['VNI', 'Thaønh phoá Hoà Chí Minh', 'Thành phố Hồ Chí Minh'],
  ['VNI', 'TRAÏM Y TEÁ ÑAØ NAÜNG', 'TRẠM Y TẾ ĐÀ NẴNG'],
  ['UTF-8', 'Bá»‡nh viá»‡n', 'Bệnh viện'],
  ['UTF-8', latin('Trạm y tế phường Đống Đa – “A”'), 'Trạm y tế phường Đống Đa – “A”'],
  ['UTF-8', 'HĂ\u00a0 Ná»™i', 'Hà Nội'],
];

test.each(READABLE)('%s text that was stored as Unicode is read: %s', (encoding, stored, meant) => {
  expect(legacyText(stored)).toEqual({ kind: 'READABLE', meant, encoding });
});

test.each([
  'Bệnh viện Hữu Nghị',
  'Công ty TNHH Sông Hồng',
  'Xã Hòa Bình',
  'Xà Nà',
  '\u00d0\u1ed1ng \u00d0a',
  '\u00d0à',
  'Nestlé',
  'Hôpital Français à Huế',
  'Công ty TNHH Müller',
  'Würth, Citroën & Søren',
  '«An Bình»',
  '«Sở Y tá» – ABC®, 20 µm',
  'Ea H’leo, Cư M’gar',
  'Sô´398',
])('%s is left as it is', (text) => {
  expect(legacyText(text)).toBeNull();
});

test('a single word that may be foreign is a doubt, and text that lost a part is no guess', () => {
  expect(legacyText('Công ty Bön')?.kind).toBe('DOUBTFUL');
  expect(legacyText('Bá»?nh viá»‡n')).toEqual({ kind: 'LOST', encoding: 'UTF-8' });
});

describe.each(['CSV', 'XLSX'])('an import from %s', (format) => {
  let input: SmallInput;
  let publication: FakePublication;
  beforeEach(() => {
    input = new SmallInput();
    publication = new FakePublication();
  });
  afterEach(() => input.remove());

  function named(name: string): void {
    const header = input.text('clinics.csv').split('\n')[0]?.split(',') ?? [];
    const row = ['01009', name, ...Array<string>(8).fill('')];
    if (format === 'CSV') input.append('clinics.csv', row.join(','));
    else {
      input.files['clinics.xlsx'] = workbook([{ name: 'A', rows: [header, row] }]);
      input.entry('clinics')['path'] = 'clinics.xlsx';
    }
  }

  test.each(READABLE.filter(([, stored]) => !stored.includes(',')))(
    'publishes what was meant by %s "%s", with a warning that shows both',
    async (_, stored, meant) => {
      named(stored);
      const { outcome, issues } = await importInto(publication, input.write());
      expect(outcome.status).toBe('published');
      expect(publication.row('clinics', '01009')?.name).toBe(meant);
      const [warning, ...more] = issues.filter(({ code }) => code === 'LEGACY_TEXT_CONVERTED');
      expect(more).toEqual([]);
      expect(warning).toMatchObject({ severity: 'WARNING', column: 'name' });
      expect(warning?.message.en).toContain(`→ "${meant}"`);
    },
  );

  test('refuses what cannot be read any more', async () => {
    named('Bá»?nh viá»‡n');
    const { outcome, issues } = await importInto(publication, input.write());
    expect(outcome.status).toBe('refused');
    expect(issues.filter(({ severity }) => severity === 'FAULT')).toMatchObject([
      { code: 'LEGACY_TEXT_LOST', column: 'name' },
    ]);
  });
});
