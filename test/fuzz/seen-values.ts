import { oneOf, type RandomSource } from '../../src/seeding/random';

/** Names of fields whose values are asked for again, and how many of each are kept. */
const KEPT = 60;
const ASKED_AGAIN = /"(id|code|cursor|endCursor|startCursor|bhxhCode|trackingCode)":"([^"\\]{1,400})"/g;
const LARGEST_READ = 200_000;

/** Values of earlier answers, so that later operations name what exists. */
export class SeenValues {
  private readonly values = new Map<string, string[]>();
  private added = 0;

  /** Takes what is worth asking for again out of an answer. */
  learn(answer: string): void {
    if (answer.length > LARGEST_READ) return;
    for (const [, field = '', value = ''] of answer.matchAll(ASKED_AGAIN)) {
      const name = field.endsWith('ursor') ? 'cursor' : field;
      const known = this.values.get(name) ?? [];
      this.values.set(name, known);
      known[this.added % KEPT] = value;
      this.added += 1;
    }
  }

  /** One of the values of a field of this name. */
  one(random: RandomSource, name: string): string | undefined {
    const known = this.values.get(name)?.filter((value) => value !== undefined) ?? [];
    return known.length > 0 ? oneOf(random, known) : undefined;
  }
}
