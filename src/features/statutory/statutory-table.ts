import type { StatutoryFact, StatutoryValue } from './statutory-value.entity';

/** A value that holds on a day. */
export interface ValueInForce {
  readonly value: number;
  /** Its first day, `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** Law or decree that sets it, in Vietnamese. */
  readonly source: string;
}

/** What laws and decrees set, by day. Immutable. */
export class StatutoryTable {
  /** Rows of one fact and subject, oldest first. */
  private readonly histories = new Map<string, StatutoryValue[]>();

  constructor(rows: readonly StatutoryValue[]) {
    for (const row of rows) {
      const key = historyKey(row.fact, row.subject);
      const known = this.histories.get(key);
      if (known) known.push(row);
      else this.histories.set(key, [row]);
    }
    for (const history of this.histories.values())
      history.sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  }

  /** What holds on a day (`YYYY-MM-DD`); null when no row says it: then it is unknown, and nothing is assumed. */
  on(fact: StatutoryFact, subject: string, day: string): ValueInForce | null {
    const row = this.histories.get(historyKey(fact, subject))?.findLast(({ validFrom }) => validFrom <= day);
    return row && row.value !== null ? { value: row.value, validFrom: row.validFrom, source: row.source } : null;
  }
}

function historyKey(fact: string, subject: string): string {
  return `${fact} ${subject}`;
}
