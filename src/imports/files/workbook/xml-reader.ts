import { SaxesParser } from 'saxes';
import { MAX_RECORD_CHARACTERS } from '../limits';

/** Attributes of an element by their names as written. */
export type Attributes = Readonly<Record<string, string>>;

/** Takes what stands in an XML document, in order; names come without their prefixes. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Thrown when one text or tag goes on longer than a whole row may. */
export class EndlessText extends Error {
  override readonly name = 'EndlessText';
}

/** Reads XML piece by piece, holding no more of it than one text. */
export class XmlReader {
  private readonly parser = new SaxesParser();
  private sinceEvent = 0;

  constructor(handler: XmlHandler) {
    this.parser.on('opentag', ({ name, attributes }) => {
      this.sinceEvent = 0;
      handler.open(localName(name), attributes);
    });
    this.parser.on('text', (text) => handler.text?.(text));
    this.parser.on('cdata', (text) => handler.text?.(text));
    this.parser.on('closetag', ({ name }) => {
      this.sinceEvent = 0;
      handler.close?.(localName(name));
    });
  }

  write(text: string): void {
    this.sinceEvent += text.length;
    this.parser.write(text);
    if (this.sinceEvent > MAX_RECORD_CHARACTERS) throw new EndlessText('a text or a tag has no end');
  }

  end(): void {
    this.parser.close();
  }
}

/** Reads a whole document. */
export async function readXml(texts: AsyncIterable<string>, handler: XmlHandler): Promise<void> {
  const reader = new XmlReader(handler);
  for await (const text of texts) reader.write(text);
  reader.end();
}

/** An attribute whose prefix is free, such as `r:id`; the one without a prefix is another. */
export function prefixed(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((candidate) => candidate.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

/** A truth value of XML. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
