import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './graphiql.css';
import { GraphiQL } from 'graphiql';
import { type ComponentProps, createElement } from 'react';
import { createRoot } from 'react-dom/client';

const WELCOME = `# Danh bạ công khai về bảo hiểm xã hội · The public directory of social insurance
# Ctrl+Space gợi ý / suggests · Ctrl+Enter chạy / runs

{
  directoryRevision {
    number
    publishedAt
  }
}
`;

type Fetcher = ComponentProps<typeof GraphiQL>['fetcher'];

const headers = { accept: 'application/graphql-response+json', 'content-type': 'application/json' };

const fetcher: Fetcher = async (operation, options) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { ...headers, ...options?.headers },
    body: JSON.stringify(operation),
  });
  return (await response.json()) as Awaited<ReturnType<Fetcher>>;
};

/** A query in the address, so that a document can link to it. */
const given = new URLSearchParams(location.search).get('query');
const linked = given === null ? {} : { initialQuery: given };

const place = document.getElementById('graphiql');
if (place) {
  createRoot(place).render(createElement(GraphiQL, { fetcher, defaultQuery: WELCOME, ...linked }));
}
