import type { PersonalExport } from './personal-export.types';

/** The export as the text of a JSON file, in chunks: the long lists are read as they are written. */
export async function* exportJson(content: PersonalExport): AsyncGenerator<string, void, undefined> {
  let before = '{\n';
  for (const [name, value] of Object.entries(content)) {
    yield `${before}${JSON.stringify(name)}: `;
    if (isPaged(value)) yield* listText(value);
    else yield JSON.stringify(value, null, 2);
    before = ',\n';
  }
  yield '\n}\n';
}

async function* listText(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string, void, undefined> {
  let before = '[';
  for await (const page of pages) {
    for (const entry of page) {
      yield `${before}\n${JSON.stringify(entry, null, 2)}`;
      before = ',';
    }
  }
  yield before === '[' ? '[]' : '\n]';
}

function isPaged(value: unknown): value is AsyncIterable<readonly unknown[]> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
