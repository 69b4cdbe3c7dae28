// GraphiQL for developers: bundled apart from the portal and served in Development only.
import 'graphiql/graphiql.css';
import type { Fetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-sse';
import { createRoot } from 'react-dom/client';

const headers = { 'X-Coordination': '1' };
const stream = createClient({ url: '/graphql/stream', headers, credentials: 'same-origin', retryAttempts: 0 });

const fetcher: Fetcher = async (request, options) => {
  const operation = options?.documentAST?.definitions.find(
    (d) => d.kind === 'OperationDefinition' && (!request.operationName || d.name?.value === request.operationName),
  );
  if (operation?.kind === 'OperationDefinition' && operation.operation === 'subscription')
    return stream.iterate({
      query: request.query,
      operationName: request.operationName ?? undefined,
      variables: request.variables,
    });
  const answer = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      ...headers,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
    },
    body: JSON.stringify(request),
  });
  return answer.json();
};

const place = document.getElementById('graphiql');
if (place) createRoot(place).render(<GraphiQL fetcher={fetcher} defaultEditorToolsVisibility={false} />);
