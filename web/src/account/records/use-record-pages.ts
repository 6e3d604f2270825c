import { useCallback, useState } from 'preact/hooks';
import { type ApiFailure } from '../../api/failure';
import { type Operation } from '../../api/operation';
import { type AccountAnswer, useAccountAnswer, useAskAccount } from '../ask-account';

/** A page of a list of the gateway (Relay cursor connections). */
export interface Connection<Row> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A list as far as it was fetched. */
export interface RecordPages<Data, Row> {
  /** The first page with everything that came along. */
  readonly answer: AccountAnswer<Data>;
  readonly rows: readonly Row[];
  readonly totalCount: number;
  /** Fetches the next page; null when there is none. */
  readonly showMore: (() => void) | null;
  readonly loadingMore: boolean;
  readonly moreFailure: ApiFailure | null;
}

interface Later<Data, Row> {
  /** The first page that these follow. */
  readonly first: Data | null;
  readonly pages: readonly Connection<Row>[];
  readonly loading: boolean;
  readonly failure: ApiFailure | null;
}

/** How many rows a page has. */
export const rowsOfPage = 20;

/** A list of the person who is signed in, fetched page by page; `variables` null asks nothing yet. */
export function useRecordPages<Data, Row, Variables extends { after?: string | null | undefined }>(
  operation: Operation<Data, Variables>,
  variables: Variables | null,
  read: (data: Data) => Connection<Row> | undefined,
): RecordPages<Data, Row> {
  const answer = useAccountAnswer(operation, variables);
  const ask = useAskAccount();
  const [held, setHeld] = useState<Later<Data, Row>>({ first: null, pages: [], loading: false, failure: null });
  const first = answer.data;
  const later: Later<Data, Row> = held.first === first ? held : { first, pages: [], loading: false, failure: null };
  const firstPage = first ? read(first) : undefined;
  const pages = firstPage ? [firstPage, ...later.pages] : [];
  const after = pages.at(-1)?.pageInfo;

  const showMore = useCallback(() => {
    if (variables === null || first === null || !after?.hasNextPage) return;
    setHeld({ ...later, loading: true, failure: null });
    void ask(operation, { ...variables, after: after.endCursor }).then(({ data, failure }) => {
      const page = data && read(data);
      setHeld((before) => {
        if (before.first !== first) return before;
        return { ...before, pages: page ? [...before.pages, page] : before.pages, loading: false, failure };
      });
    });
  }, [first, later.pages, after?.endCursor]);

  return {
    answer,
    rows: pages.flatMap(({ edges }) => edges.map(({ node }) => node)),
    totalCount: firstPage?.totalCount ?? 0,
    showMore: after?.hasNextPage ? showMore : null,
    loadingMore: later.loading,
    moreFailure: later.failure,
  };
}

/** A list that came as one page with something else: there is no way to ask for more of it. */
export function onlyPage<Data, Row>(
  answer: AccountAnswer<Data>,
  page: Connection<Row> | undefined,
): RecordPages<Data, Row> {
  return {
    answer,
    rows: page?.edges.map(({ node }) => node) ?? [],
    totalCount: page?.totalCount ?? 0,
    showMore: null,
    loadingMore: false,
    moreFailure: null,
  };
}
