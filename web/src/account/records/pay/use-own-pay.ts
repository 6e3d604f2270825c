import { useEffect, useState } from 'preact/hooks';
import { type InsuranceKind, MyPayOperation } from '../../../generated/records-operations';
import { useAskAccount } from '../../ask-account';
import { type RecordPages } from '../use-record-pages';
import { type PaySpan } from './pay-steps.rules';

/** Pages of a hundred; nobody's history is longer than all of them. */
const mostPages = 10;

/**
 * The pay of the whole history of one insurance: out of the list where that is whole already, asked for otherwise. Null
 * while it is on its way, and when it does not come: the rows tell the same.
 */
export function useOwnPay(kind: InsuranceKind, list: RecordPages<unknown, PaySpan>): readonly PaySpan[] | null {
  const ask = useAskAccount();
  const [asked, setAsked] = useState<{ of: InsuranceKind; spans: readonly PaySpan[] } | null>(null);
  const isWhole = list.rows.length > 0 && list.rows.length === list.totalCount;
  const isPart = list.rows.length > 0 && !isWhole && asked?.of !== kind;
  useEffect(() => {
    if (!isPart) return;
    let wanted = true;
    const fetchAll = async (): Promise<void> => {
      const spans: PaySpan[] = [];
      let after: string | null = null;
      for (let page = 0; page < mostPages && wanted; page++) {
        const answer: Awaited<ReturnType<typeof askPage>> = await askPage(after);
        if (!answer) return;
        spans.push(...answer.edges.map(({ node }) => node));
        if (!answer.pageInfo.hasNextPage) break;
        after = answer.pageInfo.endCursor;
      }
      if (wanted) setAsked({ of: kind, spans });
    };
    const askPage = async (
      after: string | null,
    ): Promise<
      { edges: { node: PaySpan }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } | undefined
    > => (await ask(MyPayOperation, { kind, after })).data?.viewer?.contributions;
    void fetchAll();
    return () => {
      wanted = false;
    };
  }, [ask, kind, isPart]);
  if (isWhole) return list.rows;
  return asked?.of === kind ? asked.spans : null;
}
